import type { Episode, Season, ShowPage } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconCalendarDown } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTell } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { type ShowPictures, usePictures } from '../../api/pictures'
import { Button, LinkButton } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { Page, PageHead } from '../../ui/page'
import { sayRefusal } from '../../ui/say-refusal'
import { Select } from '../../ui/select'
import { seasonName } from '../../ui/words'
import { EmptyStage } from './empty-stage'
import { EpisodeRow } from './episode-row'
import styles from './episodes-page.module.css'
import { saveAirDates } from './save-air-dates'
import { ShowProblem, ShowWaiting } from './show-states'

const watchedOf = (episodes: readonly Episode[]) => episodes.filter(({ viewings }) => viewings > 0).length

interface EpisodesProps {
  readonly reach: number | null
  readonly still: ShowPictures['still']
}

function SeasonPart({ season, reach, still }: EpisodesProps & { readonly season: Season }) {
  const { number, episodes } = season
  return (
    <section>
      <SectionHead
        title={seasonName(number)}
        end={m.library_season_count({ watched: watchedOf(episodes), count: episodes.length })}
      />
      <ol className={styles.list}>
        {episodes.map((episode) => (
          <EpisodeRow
            key={episode.id}
            episode={episode}
            atLine={episode.ordinal === reach}
            still={still(episode.id)}
          />
        ))}
      </ol>
    </section>
  )
}

const STORY = 'story'

/** Chooses between the story's order and the others that a pack knows. Nothing where there is no other. */
function OrderChoice({ page }: { readonly page: ShowPage }) {
  const { mutate: choose } = useTell('library', 'chooseOrder')
  if (page.orders.length === 0) return null
  return (
    <div className={styles.order}>
      <Select
        label={m.library_order()}
        value={page.orderId ?? STORY}
        choices={[
          { id: STORY, label: m.library_order_story() },
          ...page.orders.map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={(id) => {
          const orderId = page.orders.find((order) => order.id === id)?.id ?? null
          choose({ showId: page.show.id, orderId }, { onError: sayRefusal })
        }}
      />
    </div>
  )
}

/** All episodes as one list, in the order in which the person watches. */
function InOrder({ name, reach, still }: EpisodesProps & { readonly name: string }) {
  const { inWatchOrder } = useShow()
  return (
    <section>
      <SectionHead
        title={m.library_order_chosen({ name })}
        end={m.library_season_count({ watched: watchedOf(inWatchOrder), count: inWatchOrder.length })}
      />
      <ol className={styles.list}>
        {inWatchOrder.map((episode) => (
          <EpisodeRow
            key={episode.id}
            episode={episode}
            atLine={episode.ordinal === reach}
            still={still(episode.id)}
            coded
          />
        ))}
      </ol>
    </section>
  )
}

/** Every episode by season, or in the order that the person watches in: what has been watched, and when. */
export function EpisodesPage() {
  const { at } = useSearch({ from: '/episodes' })
  const ready = useShow().page !== undefined
  useEffect(() => {
    if (at === undefined || !ready) return
    // after the shell has put a new page to its top
    const frame = requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`[data-ordinal="${at}"]`)
      row?.scrollIntoView({ block: 'center' })
      row?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [at, ready])
  const { page, reach, shows, settled, error } = useShow()
  if (!page) {
    if (error) return <ShowProblem error={error} />
    return settled && shows.length === 0 ? <EmptyStage /> : <ShowWaiting />
  }
  return <Episodes page={page} reach={reach} />
}

function Episodes({ page, reach }: { readonly page: ShowPage; readonly reach: number | null }) {
  const { still } = usePictures(page.show.id)
  const order = page.orders.find(({ id }) => id === page.orderId)
  return (
    <Page>
      <PageHead title={m.library_episodes()} under={page.show.premise}>
        <Button icon={IconCalendarDown} onPress={() => void saveAirDates(page.show)}>
          {m.library_calendar_save()}
        </Button>
        <LinkButton to="/">{m.library_back()}</LinkButton>
      </PageHead>
      <p className={styles.how}>{m.library_episodes_how()}</p>
      <OrderChoice page={page} />
      <div className={styles.seasons}>
        {order ? (
          <InOrder name={order.name} reach={reach} still={still} />
        ) : (
          page.seasons.map((season) => (
            <SeasonPart key={season.id} season={season} reach={reach} still={still} />
          ))
        )}
      </div>
    </Page>
  )
}
