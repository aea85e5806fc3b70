import { m } from '@shared/messages'
import { useShow } from '../../api/current-show'
import { Rail } from '../../ui/rail'
import { episodeName } from '../../ui/words'
import styles from './as-of.module.css'
import type { EpisodeMarks } from './episode-marks'

/** Up to where the cast is told, and the rail that moves it. */
export function AsOf({ marks }: { readonly marks: EpisodeMarks }) {
  const { episodes, episodeByOrdinal, reach, moveReading } = useShow()
  const at = episodeByOrdinal(reach)
  const stops = episodes
    .filter(({ season }) => season === (at ?? episodes[0])?.season)
    .map(({ ordinal, number, season, details }) => ({
      ordinal,
      label: String(number),
      name: episodeName({ season, number }, details.veiled ? null : details.title),
    }))
  return (
    <div className={styles.asOf}>
      <p>
        <b>{asOfHeading(reach, at, marks.seasons)}</b>
        {at ? !at.details.veiled && at.details.title : reach === 0 && m.cast_as_of_start_text()}
      </p>
      {stops.length > 0 && <Rail stops={stops} at={reach ?? 0} onMove={moveReading} />}
    </div>
  )
}

/** "As of episode 7": where a page of the cast stands. */
export function asOfHeading(
  reach: number | null,
  at: { readonly season: number; readonly number: number } | undefined,
  seasons: number,
): string {
  if (reach === null) return m.cast_as_of_unknown()
  if (!at) return m.cast_as_of_start()
  return seasons > 1 ? m.cast_as_of_season(at) : m.cast_as_of_episode({ number: at.number })
}
