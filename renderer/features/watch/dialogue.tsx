import { m } from '@shared/messages'
import { useState } from 'react'
import { useAsk } from '../../api/ask'
import { inWatchOrderOf } from '../../api/current-show'
import { SearchField } from '../../ui/field'
import { episodeCode } from '../../ui/words'
import styles from './dialogue.module.css'
import { DialogueLine, type LineActs } from './dialogue-line'
import { DialogueLines } from './dialogue-lines'
import type { Here } from './use-capture'

interface DialogueProps extends LineActs {
  readonly here: Here
  readonly subtitleId: string
  /** The place of the line that is spoken, or was last; null before the first. */
  readonly spokenN: number | null
}

/** What has been said so far, with the line of this moment; a search looks through every episode that has been seen. */
export function Dialogue({ here, subtitleId, spokenN, onSeek, onQuote }: DialogueProps) {
  const [words, setWords] = useState('')
  const searching = words.trim() !== ''
  return (
    <div className={styles.pane}>
      <div className={styles.search}>
        <SearchField
          label={m.watch_search_lines()}
          placeholder={m.watch_search_lines()}
          value={words}
          onChange={setWords}
          maxLength={200}
        />
      </div>
      {searching ? (
        <FoundLines here={here} words={words} onSeek={onSeek} onQuote={onQuote} />
      ) : (
        <DialogueLines
          key={subtitleId}
          subtitleId={subtitleId}
          spokenN={spokenN}
          onSeek={onSeek}
          onQuote={onQuote}
        />
      )}
    </div>
  )
}

function FoundLines({
  here,
  words,
  onSeek,
  onQuote,
}: LineActs & { readonly here: Here; readonly words: string }) {
  const { data: show } = useAsk('library', 'show', { showId: here.showId })
  const { data: hits } = useAsk('subtitles', 'search', { showId: here.showId, words }, { keepLast: true })
  const codeOf = (episodeId: string) => {
    const episode = inWatchOrderOf(show).find(({ id }) => id === episodeId)
    return episode ? episodeCode(episode) : null
  }
  if (hits?.length === 0) return <p className={styles.none}>{m.watch_no_lines_found()}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys that scroll
    <ol className={styles.list} tabIndex={0} aria-label={m.watch_dialogue()}>
      {hits?.map((hit) => (
        <DialogueLine
          key={`${hit.subtitleId}-${hit.n}`}
          cue={hit}
          code={hit.episodeId === here.episodeId ? null : codeOf(hit.episodeId)}
          elsewhere={hit.episodeId !== here.episodeId}
          onSeek={onSeek}
          onQuote={onQuote}
        />
      ))}
    </ol>
  )
}
