import { AppError } from '@shared/app-error'
import type { NotePage, NoteRow, NotesOf } from '@shared/notes/schema'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { client } from '../../api/client'
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

/**
 * The rows that are in sight, and those on the same pages.
 *
 * @param nothing ask for nothing: no kind is ticked, which the core would take for all
 */
export function useNotePages(
  query: Omit<NotesOf, 'offset'>,
  sight: { readonly first: number; readonly last: number },
  nothing: boolean,
): NotePages {
  const pages = pagesFor(sight.first, sight.last)
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = { ...query, offset: page * PAGE }
      return {
        queryKey: ['notes', 'list', input],
        queryFn: () => client.notes.list(input),
        enabled: !nothing,
        // the last rows stay while a search goes on; a later page would show the rows of another one
        ...(page === 0 ? { placeholderData: keepPreviousData<NotePage> } : {}),
      }
    }),
  })
  const rowsOf = (page: number) => answers[pages.indexOf(page)]?.data?.rows
  const failed = answers.find(({ error }) => error !== null)
  return {
    first: answers[0]?.data,
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
