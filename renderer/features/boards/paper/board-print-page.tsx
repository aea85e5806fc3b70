import { BoardId, MemberId, type ShowId } from '@shared/ids'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useAsk } from '../../../api/ask'
import { useShow } from '../../../api/current-show'
import { tellDrawn } from '../../../api/paper'
import { usePeople } from '../../../api/people'
import paper from '../../../ui/paper.module.css'
import { BoardSheet, boardTitle } from './board-sheet'

const route = getRouteApi('/print/board')

/** A board on paper: what the shell prints and photographs, in a window that nobody sees. */
export default function BoardPrintPage() {
  const { showId } = useShow()
  const asked = route.useSearch()
  return showId === asked.showId ? <Pages showId={showId} /> : null
}

function Pages({ showId }: { readonly showId: ShowId }) {
  const { job, kind, boardId, as } = route.useSearch()
  const [wanted, member] = [BoardId.safeParse(boardId), MemberId.safeParse(as)]
  const { page } = useShow()
  const people = usePeople()
  const { isSuccess: named } = useAsk('members', 'list', undefined)
  const { data } = useAsk('boards', 'board', {
    showId,
    boardId: wanted.success ? wanted.data : null,
    as: member.success ? member.data : null,
  })
  const sheet = useRef<HTMLDivElement>(null)
  const ready = named && data !== undefined && page !== undefined
  const title = boardTitle(page?.show.title ?? '', data?.title ?? null)
  useEffect(() => {
    if (!ready) return
    document.title = title
    void tellDrawn(job, title, sheet.current)
  }, [ready, job, title])
  return (
    <div className={paper.ground} data-theme="papier" data-print={kind}>
      <div ref={sheet}>
        {ready && (
          <div className={paper.sheet}>
            <BoardSheet board={data} show={page.show.title} people={people} />
          </div>
        )}
      </div>
    </div>
  )
}
