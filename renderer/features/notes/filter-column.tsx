import { m } from '@shared/messages'
import type { NoteFacets } from '@shared/notes/schema'
import { Checkbox } from '../../ui/checkbox'
import { ToggleChip } from '../../ui/chip'
import { Keys } from '../../ui/kbd'
import { wholeNumber } from '../../ui/words'
import { EpisodeBars } from './episode-bars'
import styles from './filter-column.module.css'
import { type Filters, KINDS, toggled } from './filters'
import { KIND_WORDS } from './kind-words'

interface FilterColumnProps {
  readonly facets: NoteFacets | undefined
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
  /** In a narrow window it lies over the list, when it is asked for. */
  readonly open: boolean
}

/** What narrows the list: kind, episode, tag. */
export function FilterColumn({ facets, filters, onChange, open }: FilterColumnProps) {
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change })
  const countOf = (kind: (typeof KINDS)[number]) =>
    facets?.kinds.find((entry) => entry.kind === kind)?.count ?? 0
  // a tag that is on stays here, even when its last note is gone, so that it can be taken off
  const known = facets?.tags.map(({ tag }) => tag) ?? []
  const tags = [...known, ...filters.tags.filter((tag) => !known.includes(tag))]
  return (
    <aside className={styles.column} aria-label={m.notes_filters()} data-open={open || undefined}>
      <h1 className="t-h1">{m.notes_title()}</h1>
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
          <Keys of={['E']} spoken /> {m.notes_keys_edit()} <Keys of={['P']} spoken /> {m.notes_keys_pin()}
        </li>
      </ul>
    </aside>
  )
}
