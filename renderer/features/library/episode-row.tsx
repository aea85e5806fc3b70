import type { Picture as Still } from '@shared/library/picture-schema'
import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconChecks } from '@tabler/icons-react'
import { useRef } from 'react'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Picture } from '../../ui/picture'
import { dayOf, episodeCode, episodeName, shortDate } from '../../ui/words'
import styles from './episode-row.module.css'
import { EpisodeTitle } from './episode-title'
import { useWatched } from './use-watched'

/** A line with the episode's facts; a veiled one has none to show. */
function Facts({ episode }: { readonly episode: Episode }) {
  const { details, viewings, lastWatchedAt } = episode
  const facts = [
    !details.veiled && details.airDate ? shortDate(details.airDate) : null,
    !details.veiled && details.runtimeMs !== null
      ? m.library_minutes({ minutes: Math.round(details.runtimeMs / 60_000) })
      : null,
    lastWatchedAt ? m.library_seen_on({ date: dayOf(lastWatchedAt) }) : null,
    viewings > 1 ? m.library_viewings({ count: viewings }) : null,
  ].filter((fact) => fact !== null)
  if (facts.length === 0) return null
  return <span className={styles.facts}>{facts.join(' · ')}</span>
}

interface EpisodeRowProps {
  readonly episode: Episode
  /** The reading line stands here. */
  readonly atLine: boolean
  readonly still: Still | null
  /** Seasons are mixed: the row says which one. */
  readonly coded?: boolean
}

/** One episode. The box marks it; with Shift, or by the button, everything up to it as well. */
export function EpisodeRow({ episode, atLine, still, coded = false }: EpisodeRowProps) {
  const { mark, markThrough } = useWatched()
  const shift = useRef(false)
  const watched = episode.viewings > 0
  const title = episode.details.veiled ? null : episode.details.title
  const keepShift = (event: { readonly shiftKey: boolean }) => {
    shift.current = event.shiftKey
  }
  return (
    <li
      className={styles.row}
      data-line={atLine}
      data-ordinal={episode.ordinal}
      tabIndex={-1}
      onPointerDownCapture={keepShift}
      onKeyDownCapture={keepShift}
    >
      <Checkbox
        aria-label={m.library_watched_label({ episode: episodeName(episode, title) })}
        isSelected={watched}
        onChange={(selected) => (shift.current ? markThrough(episode, selected) : mark(episode, selected))}
      />
      <span className={coded ? styles.code : styles.number}>
        {coded ? episodeCode(episode) : episode.number}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          <EpisodeTitle episode={episode} />
        </span>
        <Facts episode={episode} />
      </span>
      <Picture picture={still} className={styles.still} />
      {atLine && <span className={styles.line}>{m.library_reading_line()}</span>}
      {!watched && (
        <span className={styles.through}>
          <Button
            size="sm"
            variant="quiet"
            icon={IconChecks}
            aria-label={m.library_up_to({ episode: episodeName(episode, title) })}
            onPress={() => markThrough(episode, true)}
          >
            {m.library_up_to_here()}
          </Button>
        </span>
      )}
    </li>
  )
}
