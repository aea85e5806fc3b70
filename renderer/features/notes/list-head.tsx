import { m } from '@shared/messages'
import type { NotePage } from '@shared/notes/schema'
import { IconAdjustmentsHorizontal, IconPlus } from '@tabler/icons-react'
import type { KeyboardEvent, Ref } from 'react'
import { IconButton } from '../../ui/button'
import { SearchField } from '../../ui/field'
import { keyName } from '../../ui/kbd'
import { Select } from '../../ui/select'
import { spelledFirst, wholeNumber } from '../../ui/words'
import { type Filters, isNarrowed } from './filters'
import styles from './list-head.module.css'

interface ListHeadProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
  readonly first: NotePage | undefined
  readonly searchRef: Ref<HTMLInputElement>
  readonly onLeaveSearch: () => void
  readonly onNew: () => void
  readonly onFilters: () => void
}

/** The search, how many notes it leaves, and their order. */
export function ListHead({
  filters,
  onChange,
  first,
  searchRef,
  onLeaveSearch,
  onNew,
  onFilters,
}: ListHeadProps) {
  const press = (event: KeyboardEvent) => {
    // Escape empties the field first, and leaves it when there is nothing to empty
    const leaves = event.key === 'Escape' ? filters.search === '' : /^(?:Enter|ArrowDown)$/.test(event.key)
    if (!leaves) return
    event.preventDefault()
    onLeaveSearch()
  }
  const keyed = (action: string, key: string) => m.notes_with_keys({ action, keys: keyName(key) })
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{m.notes_title()}</h1>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter and Down go on from the field to the list */}
      <div className={styles.search} onKeyDown={press}>
        <span className={styles.filters}>
          <IconButton label={m.notes_filters()} icon={IconAdjustmentsHorizontal} onPress={onFilters} />
        </span>
        <SearchField
          label={m.notes_search()}
          placeholder={m.notes_search()}
          value={filters.search}
          onChange={(search) => onChange({ ...filters, search })}
          maxLength={500}
          inputRef={searchRef}
        />
        <IconButton label={keyed(m.notes_new(), 'N')} icon={IconPlus} onPress={onNew} />
      </div>
      <div className={styles.meta}>
        <span role="status">{first ? countWords(first, filters) : ''}</span>
        <Select
          label={m.notes_order_label()}
          hideLabel
          choices={[
            { id: 'episode', label: m.notes_order_episode() },
            { id: 'newest', label: m.notes_order_newest() },
            { id: 'edited', label: m.notes_order_edited() },
          ]}
          value={filters.order}
          onChange={(order) => onChange({ ...filters, order })}
        />
      </div>
      {first && first.veiled > 0 && first.total > 0 && (
        <p className={styles.veiled}>{veiledWords(first.veiled, filters)}</p>
      )}
    </header>
  )
}

function countWords({ total, more, readable }: NotePage, filters: Filters): string {
  const all = { count: readable, digits: wholeNumber(readable) }
  return filters.search.trim() !== '' || isNarrowed(filters)
    ? (more ? m.notes_count_more : m.notes_count_of)({ ...all, total: wholeNumber(total) })
    : m.notes_count(all)
}

function veiledWords(count: number, { search }: Filters): string {
  const words = { count, spelled: spelledFirst(count) }
  return search.trim() === '' ? m.notes_veiled_wait(words) : m.notes_veiled_search(words)
}
