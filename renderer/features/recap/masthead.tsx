import { m } from '@shared/messages'
import { useShow } from '../../api/current-show'
import { Rail } from '../../ui/rail'
import { episodeName } from '../../ui/words'
import styles from './masthead.module.css'

/** "Previously on…", and the rail that says up to where. */
export function Masthead() {
  const { episodes, episodeByOrdinal, reach, moveReading } = useShow()
  const at = episodeByOrdinal(reach) ?? episodes[0]
  const season = at?.season
  const seasons = new Set(episodes.filter(({ ordinal }) => ordinal <= (reach ?? 0)).map((one) => one.season))
    .size
  const stops = episodes
    .filter((episode) => episode.season === season)
    .map(({ ordinal, number, details }) => ({
      ordinal,
      label: String(number),
      name: episodeName({ season: season ?? 1, number }, details.veiled ? null : details.title),
    }))
  return (
    <header className={styles.masthead}>
      <h1 className="t-display">
        {m.recap_title_before()}
        <em>{m.recap_title_em()}</em>
      </h1>
      <div>
        {seasons > 1 && at && <p className="t-caption subtle">{m.app_season({ season: at.season })}</p>}
        {stops.length > 0 && <Rail stops={stops} at={reach ?? 0} onMove={moveReading} />}
      </div>
    </header>
  )
}
