import { m } from '@shared/messages'
import type { Cue } from '@shared/subtitles/schema'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { Button } from '../../ui/button'
import { SearchField } from '../../ui/field'
import { Timecode } from '../../ui/timecode'
import { episodeCode } from '../../ui/words'
import styles from './dialogue.module.css'
import type { Here } from './use-capture'

const PAGE = 100

interface DialogueProps {
  readonly here: Here
  readonly subtitleId: string
  readonly onSeek: (positionMs: number) => void
  readonly onQuote: (cue: Cue) => void
}

interface LineProps extends Pick<DialogueProps, 'onSeek' | 'onQuote'> {
  readonly cue: Cue
  readonly code?: string | null
  /** A line of another episode is read here, not played. */
  readonly elsewhere?: boolean
}

function Line({ cue, code, elsewhere = false, onSeek, onQuote }: LineProps) {
  return (
    <li className={styles.line}>
      {elsewhere ? (
        <span className={styles.time}>
          <Timecode ms={cue.fromMs} />
        </span>
      ) : (
        <button
          type="button"
          className={styles.time}
          title={m.watch_jump()}
          onClick={() => onSeek(cue.fromMs)}
        >
          <Timecode ms={cue.fromMs} />
        </button>
      )}
      <p className={styles.words}>
        {code && <span className={styles.code}>{code}</span>}
        {cue.text}
      </p>
      {!elsewhere && (
        <span className={styles.quote}>
          <Button size="sm" variant="quiet" onPress={() => onQuote(cue)}>
            {m.watch_quote()}
          </Button>
        </span>
      )}
    </li>
  )
}

/** What has been said so far, the last at the end; a search looks through every episode that has been seen. */
export function Dialogue({ here, subtitleId, onSeek, onQuote }: DialogueProps) {
  const [words, setWords] = useState('')
  const { episodes } = useShow()
  const searching = words.trim() !== ''
  const first = useAsk(
    'subtitles',
    'lines',
    { subtitleId, offset: 0 },
    { keepLast: true, enabled: !searching },
  )
  const total = first.data?.total ?? 0
  const last = useAsk(
    'subtitles',
    'lines',
    { subtitleId, offset: Math.max(0, total - PAGE) },
    { keepLast: true, enabled: !searching && total > PAGE },
  )
  const found = useAsk(
    'subtitles',
    'search',
    { showId: here.showId, words },
    { keepLast: true, enabled: searching },
  )
  const rows = (total > PAGE ? last.data?.rows : undefined) ?? first.data?.rows ?? []
  const list = useRef<HTMLOListElement>(null)
  const newest = rows.at(-1)?.n
  // biome-ignore lint/correctness/useExhaustiveDependencies: a line more scrolls the list to its end
  useEffect(() => {
    if (!searching) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [newest, searching])
  const codeOf = (episodeId: string) => {
    const episode = episodes.find(({ id }) => id === episodeId)
    return episode ? episodeCode(episode) : null
  }
  const hits = found.data ?? []
  const nothing = searching ? found.data !== undefined && hits.length === 0 : rows.length === 0
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
      {nothing ? (
        <p className={styles.none}>{searching ? m.watch_no_lines_found() : m.watch_nothing_said()}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys that scroll
        <ol ref={list} className={styles.list} tabIndex={0} aria-label={m.watch_dialogue()}>
          {searching
            ? hits.map((hit) => (
                <Line
                  key={`${hit.subtitleId}-${hit.n}`}
                  cue={hit}
                  code={hit.episodeId === here.episodeId ? null : codeOf(hit.episodeId)}
                  elsewhere={hit.episodeId !== here.episodeId}
                  onSeek={onSeek}
                  onQuote={onQuote}
                />
              ))
            : rows.map((cue) => <Line key={cue.n} cue={cue} onSeek={onSeek} onQuote={onQuote} />)}
        </ol>
      )}
    </div>
  )
}
