import type { ShowPage } from '@shared/library/schema'
import { m } from '@shared/messages'
import { usePictures } from '../../api/pictures'
import { cx } from '../../ui/cx'
import { Emphasis } from '../../ui/emphasis'
import { Picture } from '../../ui/picture'
import { episodeLabel, fullDate, longDate } from '../../ui/words'
import styles from './masthead.module.css'

/** How much of the show the person has seen, or where they put the reading line, in a sentence. */
function seenSentence({ reading, seasons }: ShowPage): string {
  const episodes = seasons.flatMap((season) => season.episodes)
  const at = (place: number | null) => episodes.find(({ ordinal }) => ordinal === (place ?? 0))
  const line = reading.byHand ? at(reading.reach) : undefined
  if (line) return m.library_seen_reading({ episode: episodeLabel(line) })
  const last = at(reading.watchedRun)
  if (!last) return m.library_seen_nothing()
  const season = seasons.find(({ number }) => number === last.season)
  const complete = season?.episodes.at(-1)?.ordinal === last.ordinal
  return complete
    ? m.library_seen_season({ season: last.season })
    : m.library_seen_until({ episode: episodeLabel(last) })
}

function aboutSentences({ show }: ShowPage): string[] {
  const { genre, creator, network, firstAired } = show
  const what =
    genre && creator
      ? m.library_about_by({ genre, creator })
      : (genre ?? (creator && m.library_about_creator({ creator })))
  const when =
    firstAired && network
      ? m.library_about_first_on({ date: longDate(firstAired), network })
      : firstAired && m.library_about_first({ date: longDate(firstAired) })
  return [what ? `${what.replace(/\.$/, '')}.` : null, when].filter((sentence): sentence is string =>
    Boolean(sentence),
  )
}

/** The show's name across the page, as on a theatre programme. */
export function Masthead({ page }: { readonly page: ShowPage }) {
  const { show } = page
  const { poster } = usePictures(show.id)
  const long = show.title.length > 18
  return (
    <div className={styles.front}>
      <Picture picture={poster} className={styles.poster} />
      <div className={styles.masthead}>
        <p className={styles.over}>
          {show.asOf ? m.library_programme_for({ date: fullDate(show.asOf) }) : m.app_nav_programme()}
        </p>
        <h1 className={cx(long ? 't-display' : 't-masthead', styles.title)}>
          <Emphasis text={show.title} word={show.emphasis} />
        </h1>
        <p className={styles.under}>{[...aboutSentences(page), seenSentence(page)].join(' ')}</p>
      </div>
    </div>
  )
}
