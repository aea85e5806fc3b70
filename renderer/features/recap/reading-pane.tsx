import { m } from '@shared/messages'
import type { Recap } from '@shared/recap/schema'
import { IconCopy } from '@tabler/icons-react'
import { Button } from '../../ui/button'
import { toasts } from '../../ui/toasts'
import { episodeLabel, spelledFirst } from '../../ui/words'
import { recapAsText } from './as-text'
import { copyText } from './copy-text'
import { Curtains } from './curtains'
import { EpisodeBeats } from './episode-beats'
import { Fold } from './fold'
import { foldsBySeason } from './folds'
import { type OpenEpisode, readingMinutes, veiledEpisodes } from './reading'
import styles from './reading-pane.module.css'
import { seasonsOf } from './seasons'

interface ReadingPaneProps {
  readonly recap: Recap
  readonly episodes: readonly OpenEpisode[]
  readonly unfolded: ReadonlySet<number>
  readonly onToggle: (season: number) => void
}

/** The recap itself: where things stand, then the beats up to the reading line, then the curtains. */
export function ReadingPane({ recap, episodes, unfolded, onToggle }: ReadingPaneProps) {
  const standing = recap.standing && !recap.standing.veiled ? recap.standing.text : null
  const { folds, open } = foldsBySeason(episodes)
  const seasons = seasonsOf(recap).filter(({ veiled }) => !veiled).length > 1
  const minutes = readingMinutes(standing ?? '', episodes)
  const copy = async () => {
    const title = `${m.recap_title_before()}${m.recap_title_em()}`
    const heading = ({ episode, title: name }: OpenEpisode) => `${episodeLabel(episode)}, ${name}`
    const copied = await copyText(recapAsText(title, standing, episodes, heading))
    toasts.show({ text: copied ? m.recap_copied() : m.recap_copy_failed(), icon: IconCopy })
  }
  return (
    <>
      {standing ? (
        <p className={styles.lede}>{standing}</p>
      ) : (
        <p className={styles.noLede}>{m.recap_no_standing()}</p>
      )}
      <div className={styles.acts}>
        <Button size="sm" icon={IconCopy} onPress={() => void copy()}>
          {m.recap_copy()}
        </Button>
        <span className="t-caption subtle">
          {m.recap_minutes({ count: minutes, spelled: spelledFirst(minutes) })}
        </span>
      </div>
      {folds.map((fold) => (
        <Fold
          key={fold.season}
          fold={fold}
          seasons={seasons}
          open={unfolded.has(fold.season)}
          onToggle={() => onToggle(fold.season)}
        />
      ))}
      {open.map((entry, index) => (
        <div key={entry.episode.id}>
          {seasons && entry.episode.season !== open[index - 1]?.episode.season && (
            <h2 className={styles.season}>{m.app_season({ season: entry.episode.season })}</h2>
          )}
          <EpisodeBeats entry={entry} level={seasons ? 3 : 2} />
        </div>
      ))}
      {episodes.length === 0 && <p className={styles.none}>{m.recap_left_out()}</p>}
      <Curtains episodes={veiledEpisodes(recap)} />
    </>
  )
}
