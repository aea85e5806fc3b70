import { m } from '@shared/messages'
import { IconChevronRight } from '@tabler/icons-react'
import { Icon } from '../../ui/icon'
import { EpisodeBeats } from './episode-beats'
import { beatsWords } from './episode-words'
import styles from './fold.module.css'
import type { Fold as FoldOf } from './folds'

interface FoldProps {
  readonly fold: FoldOf
  readonly open: boolean
  readonly onToggle: () => void
  /** More than one season has been reached, so that seasons carry headings. */
  readonly seasons: boolean
}

/** Earlier episodes, folded into one line until somebody wants them. */
export function Fold({ fold, open, onToggle, seasons }: FoldProps) {
  const id = `recap-fold-${fold.season}`
  return (
    <div className={styles.fold}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={open}
        aria-controls={id}
        onClick={onToggle}
      >
        <span className={styles.sign}>
          <Icon of={IconChevronRight} size="sm" />
        </span>
        <span>{rangeWords(fold, seasons)}</span>
        <i aria-hidden="true" />
        <span className="subtle">{beatsWords(fold.episodes)}</span>
      </button>
      <div id={id} hidden={!open}>
        {open &&
          fold.episodes.map((entry) => (
            <EpisodeBeats key={entry.episode.id} entry={entry} level={seasons ? 3 : 2} />
          ))}
      </div>
    </div>
  )
}

function rangeWords({ season, episodes }: FoldOf, seasons: boolean): string {
  const from = episodes[0]?.episode.number ?? 0
  const to = episodes.at(-1)?.episode.number ?? from
  const range = from === to ? m.recap_fold_episode({ number: from }) : m.recap_fold_episodes({ from, to })
  return seasons ? `${m.app_season({ season })}, ${range.charAt(0).toLowerCase()}${range.slice(1)}` : range
}
