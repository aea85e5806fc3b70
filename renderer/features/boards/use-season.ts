import type { BoardId, SeasonId, ShowId } from '@shared/ids'
import type { Season } from '@shared/library/schema'
import { m } from '@shared/messages'
import { useAsk } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { seasonName } from '../../ui/words'

/** The seasons in which something may have been decided: those that have been begun, and the first. */
export function useSeasons(): readonly Season[] {
  const { page, reach } = useShow()
  return (page?.seasons ?? []).filter(({ episodes }) =>
    episodes.some(({ ordinal }) => ordinal === 1 || (reach !== null && ordinal <= reach)),
  )
}

interface OfSeason {
  readonly showId: ShowId
  readonly boardId: BoardId | null
  readonly season: Season
}

/** Who saw a season coming, what it is called, and what a file about it is called. */
export function useSeason({ showId, boardId, season }: OfSeason) {
  const { page } = useShow()
  const scores = useAsk('boards', 'season', { showId, boardId, seasonId: season.id })
  const name = seasonName(season.number)
  return { scores, name, title: m.scores_season_title({ season: name, show: page?.show.title ?? '' }) }
}

/** The season that was asked for, else the last one that has been begun. */
export const seasonAmong = (seasons: readonly Season[], asked: SeasonId | null): Season | undefined =>
  seasons.find(({ id }) => id === asked) ?? seasons.findLast(({ number }) => number > 0) ?? seasons.at(-1)
