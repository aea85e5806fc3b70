import { m } from '@shared/messages'
import { IconX } from '@tabler/icons-react'
import { IconButton, TextLink } from '../../../ui/button'
import { SectionHead } from '../../../ui/head'
import type { EpisodeMarks } from '../episode-marks'
import styles from './aside.module.css'
import type { RelationsState } from './use-relations'
import { strandWords } from './words'

/** The lines of the role that is looked at, and the way to its page. */
export function ChosenRole({
  state,
  marks,
}: {
  readonly state: RelationsState
  readonly marks: EpisodeMarks
}) {
  const { field, picture, chosen, choose, at } = state
  const disc = picture?.discs.find(({ role }) => role.id === chosen)
  if (!field || !picture || !disc) return null
  const { role, who } = disc
  const strands = picture.strands.filter(({ from, to }) => from === who || to === who)
  return (
    <section aria-labelledby="relations-chosen">
      <SectionHead
        id="relations-chosen"
        title={role.name}
        end={
          <span className={styles.chosenEnd}>
            <TextLink to="/cast/$roleId" params={{ roleId: role.id }}>
              {m.cast_relations_page()}
            </TextLink>
            <IconButton
              size="sm"
              label={m.cast_relations_unchoose()}
              icon={IconX}
              onPress={() => choose(null)}
            />
          </span>
        }
      />
      <ul className={styles.lines}>
        {strands.map((strand) => {
          const { other, words } = strandWords(strand, who, field.relations.roles, at, marks)
          return (
            <li key={strand.key}>
              <b>{other?.shortName}</b> {words}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
