import { AppError } from '@shared/app-error'
import type { NotePage, NoteRow } from '@shared/notes/schema'
import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client } from '../../api/client'
import type { NoteQuery } from './filters'
import { PAGE, pagesFor } from './pages'

interface NotePages {
  /** The first page, which carries the counts; undefined before the first answer. */
  readonly first: NotePage | undefined
  readonly rowAt: (index: number) => NoteRow | undefined
  /** Rows that are here, with their place in the whole list. */
  readonly loaded: readonly { readonly index: number; readonly row: NoteRow }[]
  readonly error: AppError | null
  readonly retry: () => void
}

/** How long after the last key a search is looked up to its end, in ms. */
const SETTLED_MS = 250

/** Whether a search has stood for a moment; one that was not typed stands at once. */
function useSettled(search: string): boolean {
  const [settled, setSettled] = useState(search)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(search), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [search])
  return search === '' || settled === search
}

/**
 * The rows that are in sight, and those on the same pages.
 *
 * @param nothing ask for nothing: no kind is ticked, which the core would take for all
 */
export function useNotePages(
  query: NoteQuery,
  sight: { readonly first: number; readonly last: number },
  nothing: boolean,
): NotePages {
  const [, ...further] = pagesFor(sight.first, sight.last)
  const thorough = useSettled(query.search)
  const asked = (page: number) => {
    const input = { ...query, thorough, offset: page * PAGE }
    return queryOptions({
      queryKey: ['notes', 'list', input],
      queryFn: () => client.notes.list(input),
      enabled: !nothing,
    })
  }
  // the last rows stay while a search goes on. A further page would show the rows of another one, and many queries at
  // once know nothing of those before
  const first = useQuery({ ...asked(0), placeholderData: keepPreviousData<NotePage> })
  const others = useQueries({ queries: further.map(asked) })
  const pages = [0, ...further]
  const answers = [first, ...others]
  const rowsOf = (page: number) => answers[pages.indexOf(page)]?.data?.rows
  const failed = answers.find(({ error }) => error !== null)
  return {
    first: first.data,
    rowAt: (index) => rowsOf(Math.floor(index / PAGE))?.[index % PAGE],
    loaded: pages.flatMap((page) =>
      (rowsOf(page) ?? []).map((row, at) => ({ index: page * PAGE + at, row })),
    ),
    error: failed ? toAppError(failed.error) : null,
    retry: () => {
      for (const answer of answers) void answer.refetch()
    },
  }
}

const toAppError = (error: unknown): AppError | null =>
  error instanceof AppError ? error : error === null ? null : new AppError('internal', String(error))
