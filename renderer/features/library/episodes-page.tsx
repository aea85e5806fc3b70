import type { Episode, Season } from '@shared/library/schema'
import { m } from '@shared/messages'
import { useShow } from '../../api/current-show'
import { LinkButton } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { Page, PageHead } from '../../ui/page'
import { EmptyStage } from './empty-stage'
import { EpisodeRow } from './episode-row'
import styles from './episodes-page.module.css'
import { ShowProblem, ShowWaiting } from './show-states'

const watchedOf = (episodes: readonly Episode[]) => episodes.filter(({ viewings }) => viewings > 0).length

function SeasonPart({ season, reach }: { readonly season: Season; readonly reach: number | null }) {
  const { number, episodes } = season
  return (
    <section>
      <SectionHead
        title={m.app_season({ season: number })}
        end={m.library_season_count({ watched: watchedOf(episodes), count: episodes.length })}
      />
      <ol className={styles.list}>
        {episodes.map((episode) => (
          <EpisodeRow key={episode.id} episode={episode} atLine={episode.ordinal === reach} />
        ))}
      </ol>
    </section>
  )
}

/** Every episode by season: what has been watched, and when. */
export function EpisodesPage() {
  const { page, reach, shows, settled, error } = useShow()
  if (!page) {
    if (error) return <ShowProblem error={error} />
    return settled && shows.length === 0 ? <EmptyStage /> : <ShowWaiting />
  }
  return (
    <Page>
      <PageHead title={m.library_episodes()} under={page.show.premise}>
        <LinkButton to="/">{m.library_back()}</LinkButton>
      </PageHead>
      <p className={styles.how}>{m.library_episodes_how()}</p>
      <div className={styles.seasons}>
        {page.seasons.map((season) => (
          <SeasonPart key={season.id} season={season} reach={reach} />
        ))}
      </div>
    </Page>
  )
}
