import { changesOf, type Line } from '@shared/cast/strands'
import { m } from '@shared/messages'
import { SectionHead } from '../../../ui/head'
import { Icon } from '../../../ui/icon'
import type { EpisodeMarks } from '../episode-marks'
import styles from './aside.module.css'
import type { Field } from './field'
import { changeIcon, changeWords } from './words'

interface ChangesProps {
  readonly field: Field
  readonly at: number
  readonly marks: EpisodeMarks
}

/** What an episode changes between the roles, each in a sentence. */
export function Changes({ field, at, marks }: ChangesProps) {
  const { begun, ended } = changesOf(field.lines, at)
  const items = [
    ...begun.map((line) => ({ line, over: false })),
    ...ended.map((line) => ({ line, over: true })),
  ]
  return (
    <section aria-labelledby="relations-changes">
      <SectionHead
        id="relations-changes"
        title={at === 0 ? m.cast_as_of_start() : m.cast_relations_changed({ episode: marks.label(at) ?? '' })}
      />
      {items.length === 0 && <p className={styles.nothing}>{m.cast_relations_changed_nothing()}</p>}
      <ul className={styles.changes}>
        {items.map(({ line, over }) => (
          <li key={`${line.id} ${over}`} data-kind={line.kind}>
            <Icon of={changeIcon(line, over)} />
            <span>
              <Sentence line={line} over={over} field={field} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The sentence of a change, with the names of the two set bold where they first occur. */
function Sentence({
  line,
  over,
  field,
}: {
  readonly line: Line
  readonly over: boolean
  readonly field: Field
}) {
  const words = changeWords(line, over, field.relations.roles)
  const names = [line.from, line.to].flatMap((who) => field.relations.roles[who]?.shortName ?? [])
  const first = names.map((name) => ({ name, from: words.indexOf(name) })).filter(({ from }) => from >= 0)
  const parts = first.toSorted((a, b) => a.from - b.from)
  const pieces: React.ReactNode[] = []
  let done = 0
  for (const { name, from } of parts) {
    if (from < done) continue
    pieces.push(words.slice(done, from), <b key={name}>{name}</b>)
    done = from + name.length
  }
  return (
    <>
      {pieces}
      {words.slice(done)}
    </>
  )
}
