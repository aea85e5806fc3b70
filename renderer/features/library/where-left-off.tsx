import type { Episode, ShowPage } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconHistory } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useShow } from '../../api/current-show'
import { LinkButton, TextLink } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { useShortcut } from '../../ui/shortcuts'
import { dayOf, episodeCode, episodeName, spelled, spelledFirst } from '../../ui/words'
import { EpisodeTitle } from './episode-title'
import { lastEpisode } from './left-off'
import { NextUp } from './next-up'
import styles from './where-left-off.module.css'

/** A season as a line: a tick for each episode, and where the person stands on it. */
function SeasonBar({ episodes, at }: { readonly episodes: readonly Episode[]; readonly at: Episode }) {
  const index = episodes.findIndex(({ id }) => id === at.id)
  const end = ((index + 1) / episodes.length) * 100
  const watched = episodes.filter(({ viewings }) => viewings > 0).length
  const counts = { watched: spelledFirst(watched), of: spelled(episodes.length) }
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        <b style={{ width: `${end}%` }} />
        {episodes.slice(0, -1).map(({ id }, stop) => (
          <u key={id} style={{ left: `${((stop + 1) / episodes.length) * 100}%` }} />
        ))}
        <s style={{ left: `${end}%` }} />
      </div>
      <p className="muted">
        {at.lastWatchedAt
          ? m.library_season_watched_on({ ...counts, date: dayOf(at.lastWatchedAt) })
          : m.library_season_watched(counts)}
      </p>
    </>
  )
}

/** Where the person stopped, and the two ways on: what happened so far, and what comes next. */
export function WhereLeftOff({ page }: { readonly page: ShowPage }) {
  const { episodes, reach } = useShow()
  const navigate = useNavigate()
  const last = lastEpisode(episodes, reach, page.reading.byHand)
  useShortcut('r', () => void navigate({ to: '/recap' }), { enabled: last !== null })
  const season = page.seasons.find(({ number }) => number === last?.season)
  return (
    <section>
      <SectionHead
        title={m.library_left_off()}
        end={<TextLink to="/episodes">{m.library_all_episodes()}</TextLink>}
      />
      {last && season ? (
        <>
          <div className={styles.episode}>
            <div className={styles.name}>
              <span className="subtle">{episodeName(last)}</span>
              <h3 className="t-h2">
                <EpisodeTitle episode={last} />
              </h3>
            </div>
            <span className={styles.code} aria-hidden="true">
              {episodeCode(last)}
            </span>
          </div>
          <SeasonBar episodes={season.episodes} at={last} />
        </>
      ) : (
        <p className={styles.nothing}>{m.library_left_off_nothing()}</p>
      )}
      {last && (
        <div className={styles.acts}>
          <LinkButton to="/recap" variant="primary" icon={IconHistory} keys={['R']}>
            {m.library_recap_to_here()}
          </LinkButton>
        </div>
      )}
      <NextUp leads={!last} />
    </section>
  )
}
