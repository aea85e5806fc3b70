import { m } from '@shared/messages'
import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon'
import styles from './fold.module.css'
import type { Fold as FoldOf } from './folds'
import { countWords } from './words'

interface FoldProps {
  readonly fold: FoldOf
  readonly open: boolean
  readonly onToggle: () => void
  /** More than one season has been reached, so that seasons carry headings. */
  readonly seasons: boolean
  /** The folded episodes; drawn only while they lie open. */
  readonly children: ReactNode
}

/** Earlier episodes, folded into one line until somebody wants them. */
export function Fold({ fold, open, onToggle, seasons, children }: FoldProps) {
  const id = `recap-fold-${fold.season}`
  const beats = fold.episodes.flatMap(({ section }) => section.beats)
  const alone = fold.episodes.flatMap(({ section }) => section.pins)
  const notes = beats.reduce((sum, { pins }) => sum + pins.length, alone.length)
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
        <span className="subtle">{countWords(beats.length, notes)}</span>
      </button>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </div>
  )
}

function rangeWords({ season, episodes }: FoldOf, seasons: boolean): string {
  const from = episodes[0]?.number ?? 0
  const to = episodes.at(-1)?.number ?? from
  const range = from === to ? m.recap_fold_episode({ number: from }) : m.recap_fold_episodes({ from, to })
  return seasons ? `${m.app_season({ season })}, ${range.charAt(0).toLowerCase()}${range.slice(1)}` : range
}
