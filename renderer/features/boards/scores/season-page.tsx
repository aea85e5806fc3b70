import { SeasonId, type ShowId } from '@shared/ids'
import type { Season } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconTargetArrow } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useShow } from '../../../api/current-show'
import { usePeople } from '../../../api/people'
import { AskTrouble } from '../../../ui/ask-trouble'
import { LinkButton, TextLink } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { Select } from '../../../ui/select'
import { SkeletonLines } from '../../../ui/skeleton'
import { seasonName } from '../../../ui/words'
import { useBoardChoice } from '../use-board-choice'
import { seasonAmong, useSeason, useSeasons } from '../use-season'
import { SeasonExport } from './season-export'
import styles from './season-page.module.css'
import { SeasonSheet } from './season-sheet'

/** Who saw a season coming. */
export default function SeasonPage() {
  const { showId } = useShow()
  const seasons = useSeasons()
  const asked = SeasonId.safeParse(useSearch({ from: '/speculation/season' }).season)
  const season = seasonAmong(seasons, asked.success ? asked.data : null)
  if (showId === null || !season) return null
  return <SeasonOf key={showId} showId={showId} seasons={seasons} season={season} />
}

interface SeasonOfProps {
  readonly showId: ShowId
  readonly seasons: readonly Season[]
  readonly season: Season
}

function SeasonOf({ showId, seasons, season }: SeasonOfProps) {
  const people = usePeople()
  const navigate = useNavigate()
  const { boardId } = useBoardChoice(showId).choice
  const { scores, name, title } = useSeason({ showId, boardId, season })
  const { data } = scores
  return (
    <Page>
      <div className={styles.bar}>
        <TextLink to="/speculation">{m.scores_back()}</TextLink>
        <span className={styles.end}>
          {seasons.length > 1 && (
            <Select
              label={m.scores_season()}
              hideLabel
              choices={seasons.map(({ id, number }) => ({ id, label: seasonName(number) }))}
              value={season.id}
              onChange={(id) => void navigate({ to: '/speculation/season', search: { season: id } })}
            />
          )}
          {data && data.entries.length > 0 && (
            <SeasonExport title={title} print={{ page: 'season', showId, boardId, seasonId: season.id }} />
          )}
        </span>
      </div>
      {scores.error && <AskTrouble error={scores.error} onRetry={() => void scores.refetch()} />}
      {scores.isPending && <SkeletonLines lines={8} />}
      {data?.entries.length === 0 && (
        <Empty
          level={1}
          icon={IconTargetArrow}
          title={m.scores_season_empty({ season: name })}
          actions={<LinkButton to="/speculation">{m.scores_back()}</LinkButton>}
        >
          <p>{m.scores_none()}</p>
        </Empty>
      )}
      {data && data.entries.length > 0 && (
        <div className={styles.sheet}>
          <SeasonSheet scores={data} season={name} people={people} />
        </div>
      )}
    </Page>
  )
}
