import { m } from '@shared/messages'
import { useEffect, useRef, useState } from 'react'
import { useAsk } from '../../api/ask'
import { Button } from '../../ui/button'
import styles from './dialogue.module.css'
import { DialogueLine, type LineActs } from './dialogue-line'
import { PAGE, windowAround } from './dialogue-window'

/** What a person does to a list moves it for so long, in ms; other scrolling is the clock's. */
const BY_HAND_MS = 1000

interface DialogueLinesProps extends LineActs {
  readonly subtitleId: string
  readonly spokenN: number | null
}

/** The lines around the clock. Who scrolls away from it stays where they are until they come back. */
export function DialogueLines({ subtitleId, spokenN, onSeek, onQuote }: DialogueLinesProps) {
  const [moved, setMoved] = useState<number | null>(null)
  const [away, setAway] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const touchedAt = useRef(Number.NEGATIVE_INFINITY)
  const turned = useRef<'earlier' | 'later' | null>(null)
  const offset = moved ?? windowAround(spokenN)
  const { data } = useAsk('subtitles', 'lines', { subtitleId, offset }, { keepLast: true })
  const rows = data?.rows ?? []
  const total = data?.total ?? 0
  const [from, to] = [rows[0]?.n, rows.at(-1)?.n]
  const follows = moved === null && !away

  // biome-ignore lint/correctness/useExhaustiveDependencies: another line, or other lines, move the list
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (turned.current !== null) {
      list.current?.scrollTo({ top: turned.current === 'earlier' ? list.current.scrollHeight : 0 })
      turned.current = null
    } else if (follows) current?.scrollIntoView({ block: 'center' })
  }, [spokenN, from, to, follows])

  const follow = () => {
    setMoved(null)
    setAway(false)
  }
  const turn = (by: 'earlier' | 'later') => {
    turned.current = by
    setMoved(Math.max(0, by === 'earlier' ? offset - PAGE : Math.min(offset + PAGE, total - 1)))
    // the button may be gone with the next lines; the list takes the keys that scroll
    list.current?.focus()
  }
  const touch = () => {
    touchedAt.current = performance.now()
  }
  const onScroll = () => {
    if (performance.now() - touchedAt.current > BY_HAND_MS) return
    const current = list.current?.querySelector('[aria-current]')?.getBoundingClientRect()
    const seen = list.current?.getBoundingClientRect()
    if (current && seen) setAway(current.bottom < seen.top || current.top > seen.bottom)
  }
  if (rows.length === 0) return <p className={styles.none}>{m.watch_nothing_said()}</p>
  const earlier = offset > 0
  const later = offset + rows.length < total
  return (
    <>
      {(earlier || later || !follows) && (
        <p className={styles.turns}>
          {earlier && (
            <Button size="sm" variant="quiet" onPress={() => turn('earlier')}>
              {m.watch_lines_earlier()}
            </Button>
          )}
          {later && (
            <Button size="sm" variant="quiet" onPress={() => turn('later')}>
              {m.watch_lines_later()}
            </Button>
          )}
          {!follows && (
            <Button size="sm" onPress={follow}>
              {m.watch_lines_follow()}
            </Button>
          )}
        </p>
      )}
      <ol
        ref={list}
        className={styles.list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys that scroll
        tabIndex={0}
        aria-label={m.watch_dialogue()}
        onWheel={touch}
        onPointerDown={touch}
        onKeyDown={touch}
        onScroll={onScroll}
      >
        {rows.map((cue) => (
          <DialogueLine
            key={cue.n}
            cue={cue}
            current={cue.n === spokenN}
            onSeek={(positionMs) => {
              follow()
              onSeek(positionMs)
            }}
            onQuote={onQuote}
          />
        ))}
      </ol>
    </>
  )
}
