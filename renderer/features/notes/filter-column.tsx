import { type MemberId, RoleId } from '@shared/ids'
import { m } from '@shared/messages'
import type { NoteFacets } from '@shared/notes/schema'
import { IconTrash } from '@tabler/icons-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { ToggleChip } from '../../ui/chip'
import { Keys } from '../../ui/kbd'
import { Select } from '../../ui/select'
import { Who } from '../../ui/who'
import { wholeNumber } from '../../ui/words'
import { EpisodeBars } from './episode-bars'
import styles from './filter-column.module.css'
import { type Filters, KINDS, toggled } from './filters'
import { KIND_WORDS } from './kind-words'
import { type Authors, memberName } from './use-authors'
import { useKnownRoles } from './use-known-roles'

const ANYBODY = 'anybody'

interface FilterColumnProps {
  readonly facets: NoteFacets | undefined
  readonly filters: Filters
  readonly authors: Authors
  readonly onChange: (filters: Filters) => void
  readonly onTrash: () => void
  /** In a narrow window it lies over the list, when it is asked for. */
  readonly open: boolean
}

/** What narrows the list: who wrote, kind, pins, character, episode, tag. */
export function FilterColumn({ facets, filters, authors, onChange, onTrash, open }: FilterColumnProps) {
  const roles = useKnownRoles()
  const byAuthor = (id: MemberId) => facets?.authors.find(({ authorId }) => authorId === id)?.count ?? 0
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change })
  const countOf = (kind: (typeof KINDS)[number]) =>
    facets?.kinds.find((entry) => entry.kind === kind)?.count ?? 0
  // a tag that is on stays here, even when its last note is gone, so that it can be taken off
  const known = facets?.tags.map(({ tag }) => tag) ?? []
  const tags = [...known, ...filters.tags.filter((tag) => !known.includes(tag))]
  return (
    <aside className={styles.column} aria-label={m.notes_filters()} data-open={open || undefined}>
      <h1 className="t-h1">{m.notes_title()}</h1>
      {authors.several && (
        <section>
          <h2 className={styles.name}>{m.notes_by()}</h2>
          <ul>
            {authors.members.map((member) => (
              <li key={member.id} className={styles.kind}>
                <ToggleButton
                  className={styles.author ?? ''}
                  isSelected={filters.authorIds.includes(member.id)}
                  onChange={(on) => set({ authorIds: toggled(filters.authorIds, member.id, on) })}
                >
                  <Who name={memberName(member)} colour={member.colour} size="sm" silent />
                  <span>{memberName(member)}</span>
                </ToggleButton>
                <span className={styles.count}>{wholeNumber(byAuthor(member.id))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 className={styles.name}>{m.notes_kind()}</h2>
        <ul>
          {KINDS.map((kind) => (
            <li key={kind} className={styles.kind}>
              <Checkbox
                isSelected={filters.kinds.includes(kind)}
                onChange={(on) =>
                  set({ kinds: KINDS.filter((one) => toggled(filters.kinds, kind, on).includes(one)) })
                }
              >
                {KIND_WORDS[kind]()}
              </Checkbox>
              <span className={styles.count}>{wholeNumber(countOf(kind))}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className={styles.name}>{m.notes_only()}</h2>
        <ul>
          <li className={styles.kind}>
            <Checkbox isSelected={filters.pinned} onChange={(pinned) => set({ pinned })}>
              {m.notes_pinned()}
            </Checkbox>
            <span className={styles.count}>{wholeNumber(facets?.pinned ?? 0)}</span>
          </li>
          <li className={styles.kind}>
            <Checkbox isSelected={filters.toWrite} onChange={(toWrite) => set({ toWrite })}>
              {m.notes_to_write()}
            </Checkbox>
            <span className={styles.count}>{wholeNumber(facets?.toWrite ?? 0)}</span>
          </li>
        </ul>
      </section>
      {roles.length > 0 && (
        <section className={styles.role}>
          <Select
            label={m.notes_character()}
            choices={[
              { id: ANYBODY, label: m.notes_character_any() },
              ...roles.map((role) => ({ id: String(role.id), label: role.name })),
            ]}
            value={filters.roleId ?? ANYBODY}
            onChange={(id) => set({ roleId: id === ANYBODY ? null : RoleId.parse(id) })}
          />
        </section>
      )}
      {facets && facets.episodes.length > 0 && (
        <section>
          <h2 className={styles.name}>{m.notes_episode()}</h2>
          <EpisodeBars
            counts={facets.episodes}
            chosen={filters.episodeId}
            onChoose={(episodeId) => set({ episodeId })}
          />
        </section>
      )}
      {tags.length > 0 && (
        <section>
          <h2 className={styles.name}>{m.notes_tags()}</h2>
          <div className={styles.tags}>
            {tags.map((tag) => (
              <ToggleChip
                key={tag}
                isSelected={filters.tags.includes(tag)}
                onChange={(on) => set({ tags: toggled(filters.tags, tag, on) })}
              >
                <span className={styles.tag}>{tag}</span>
              </ToggleChip>
            ))}
          </div>
        </section>
      )}
      <div className={styles.trash}>
        <Button size="sm" variant="quiet" icon={IconTrash} onPress={onTrash}>
          {m.notes_trash()}
        </Button>
      </div>
      <ul className={styles.keys}>
        <li>
          <Keys of={['N']} spoken /> {m.notes_keys_new()}
        </li>
        <li>
          <Keys of={['/']} spoken /> {m.notes_keys_search()}
        </li>
        <li>
          <Keys of={['J', 'K']} spoken /> {m.notes_keys_walk()}
        </li>
        <li>
          <Keys of={['Shift', 'J']} spoken /> {m.notes_keys_select()}
        </li>
        <li>
          <Keys of={['E']} spoken /> {m.notes_keys_edit()} <Keys of={['P']} spoken /> {m.notes_keys_pin()}
        </li>
      </ul>
    </aside>
  )
}
