import type { EpisodeId } from '@shared/ids'
import { EpisodeId as EpisodeIdSchema } from '@shared/ids'
import { m } from '@shared/messages'
import type { NoteFacets } from '@shared/notes/schema'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useShow } from '../../api/current-show'
import { episodeLabel, seasonName } from '../../ui/words'
import styles from './episode-bars.module.css'

/** The height of the tallest bar, in px. */
const TALLEST = 36
const SHORTEST = 3

interface EpisodeBarsProps {
  readonly counts: NoteFacets['episodes']
  readonly chosen: EpisodeId | null
  readonly onChoose: (id: EpisodeId | null) => void
}

/** How many notes each episode has. A bar narrows the list to its episode. */
export function EpisodeBars({ counts, chosen, onChoose }: EpisodeBarsProps) {
  const { page } = useShow()
  const most = Math.max(1, ...counts.map(({ count }) => count))
  const countOf = (id: EpisodeId) => counts.find(({ episodeId }) => episodeId === id)?.count ?? 0
  const last = Math.max(0, ...counts.map(({ ordinal }) => ordinal))
  const seasons = (page?.seasons ?? []).filter(({ episodes }) => (episodes[0]?.ordinal ?? 0) <= last)
  return (
    <div className={styles.seasons}>
      {seasons.map((season) => (
        <div key={season.id}>
          {seasons.length > 1 && <h3 className={styles.season}>{seasonName(season.number)}</h3>}
          <ToggleButtonGroup
            aria-label={seasonName(season.number)}
            className={styles.bars ?? ''}
            selectionMode="single"
            selectedKeys={chosen ? [chosen] : []}
            onSelectionChange={(keys) => {
              const key = EpisodeIdSchema.safeParse([...keys][0])
              onChoose(key.success ? key.data : null)
            }}
          >
            {season.episodes.map((episode) => {
              const count = countOf(episode.id)
              const height = count === 0 ? 1 : SHORTEST + (count / most) * (TALLEST - SHORTEST)
              const label = m.notes_bar({ episode: episodeLabel(episode), count })
              return (
                <ToggleButton
                  key={episode.id}
                  id={episode.id}
                  className={styles.bar ?? ''}
                  aria-label={label}
                >
                  <i style={{ height }} title={label} />
                  <span>{episode.number}</span>
                </ToggleButton>
              )
            })}
          </ToggleButtonGroup>
        </div>
      ))}
    </div>
  )
}
