import { m } from '@shared/messages'
import type { NotePage } from '@shared/notes/schema'
import { IconFeather, IconFilterOff, IconSearch } from '@tabler/icons-react'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { spelledFirst } from '../../ui/words'
import { type Filters, isNarrowed, widened } from './filters'

interface ListEmptyProps {
  readonly first: NotePage | undefined
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
  readonly onNew: () => void
}

/** Why there is nothing in the list, and what to do about it. */
export function ListEmpty({ first, filters, onChange, onNew }: ListEmptyProps) {
  const search = filters.search.trim()
  const veiled = first?.veiled ?? 0
  if (search !== '')
    return (
      <Empty
        icon={IconSearch}
        title={
          <>
            {m.notes_none_before()}
            <em>{m.notes_none_em({ search })}</em>
          </>
        }
        actions={
          <Button keys={['Esc']} onPress={() => onChange({ ...filters, search: '' })}>
            {m.notes_none_clear()}
          </Button>
        }
      >
        {veiled > 0 && m.notes_veiled_search({ count: veiled, spelled: spelledFirst(veiled) })}
      </Empty>
    )
  if (isNarrowed(filters))
    return (
      <Empty
        icon={IconFilterOff}
        title={
          <>
            {m.notes_unfit_before()}
            <em>{m.notes_unfit_em()}</em>
          </>
        }
        actions={<Button onPress={() => onChange(widened(filters))}>{m.notes_unfit_action()}</Button>}
      />
    )
  return (
    <Empty
      icon={IconFeather}
      title={
        <>
          {m.notes_empty_before()}
          <em>{m.notes_empty_em()}</em>
        </>
      }
      actions={
        <Button variant="primary" keys={['N']} onPress={onNew}>
          {m.notes_empty_action()}
        </Button>
      }
    >
      {m.notes_empty_text()}
    </Empty>
  )
}
