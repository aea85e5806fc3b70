import { BoardId, SeasonId, type ShowId } from '@shared/ids'
import type { Season } from '@shared/library/schema'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useAsk } from '../../../api/ask'
import { useShow } from '../../../api/current-show'
import { tellDrawn } from '../../../api/paper'
import { usePeople } from '../../../api/people'
import paper from '../../../ui/paper.module.css'
import { useSeason, useSeasons } from '../use-season'
import { SeasonSheet } from './season-sheet'

const route = getRouteApi('/print/season')

/** Who saw a season coming, on paper: what the shell prints and photographs, in a window that nobody sees. */
export default function SeasonPrintPage() {
  const { showId } = useShow()
  const seasons = useSeasons()
  const asked = route.useSearch()
  const id = SeasonId.safeParse(asked.seasonId)
  const season = seasons.find((one) => id.success && one.id === id.data)
  return showId === asked.showId && season ? <Pages showId={showId} season={season} /> : null
}

function Pages({ showId, season }: { readonly showId: ShowId; readonly season: Season }) {
  const { job, kind, boardId: asked } = route.useSearch()
  const board = BoardId.safeParse(asked)
  const people = usePeople()
  const { isSuccess: named } = useAsk('members', 'list', undefined)
  const { scores, name, title } = useSeason({ showId, boardId: board.success ? board.data : null, season })
  const { data } = scores
  const sheet = useRef<HTMLDivElement>(null)
  const ready = named && data !== undefined
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
            <SeasonSheet scores={data} season={name} people={people} isPaper />
          </div>
        )}
      </div>
    </div>
  )
}
