import type { NoteId } from '@shared/ids'
import { m } from '@shared/messages'
import { plain } from '@shared/notes/plain'
import type { NoteRow } from '@shared/notes/schema'
import { IconPin } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { TextLink } from '../../ui/button'
import { cx } from '../../ui/cx'
import { Icon } from '../../ui/icon'
import { useShortcut } from '../../ui/shortcuts'
import { Timecode } from '../../ui/timecode'
import { Veil } from '../../ui/veil'
import styles from './notes-so-far.module.css'
import { REACTIONS, reactionWords } from './reactions'
import { Tagged } from './tagged'
import { type OnScreen, usePosition } from './use-watching'

/** The last so many are in the list; the Notes page has all of them. */
const MOST_SHOWN = 200

interface NotesSoFarProps {
  readonly onScreen: OnScreen
  readonly rows: readonly NoteRow[]
  readonly total: number
  readonly newest: NoteId | null
  readonly onSeek: (positionMs: number) => void
}

function Words({ row }: { readonly row: NoteRow }) {
  if (row.reaction !== null) {
    const look = REACTIONS.find(({ reaction }) => reaction === row.reaction)
    return (
      <p className={styles.reaction}>
        {look && <Icon of={look.icon} size="sm" />} {reactionWords(row.reaction)}
      </p>
    )
  }
  const words = plain(row.excerpt)
  const title = row.title.trim()
  if (title === '' && words === '') return <p className="subtle">{m.watch_marked()}</p>
  if (row.kind === 'quote') return <blockquote className={styles.quote}>{words}</blockquote>
  return (
    <p>
      <Tagged text={title === '' ? words : title} />
    </p>
  )
}

/** What was noted in this episode up to now; what lies ahead of the clock waits for its moment. */
export function NotesSoFar({ onScreen, rows, total, newest, onSeek }: NotesSoFarProps) {
  const position = usePosition(onScreen, 1000)
  const past = rows.filter(({ atMs }) => atMs === null || atMs <= position + 999)
  const ahead = rows.length - past.length
  const list = useRef<HTMLOListElement>(null)
  const navigate = useNavigate()
  const last = past.at(-1)
  useShortcut('c', () => last && void navigate({ to: '/speculation', search: { note: last.id } }))
  const count = past.length
  const shown = past.slice(-MOST_SHOWN)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a note more scrolls the list to its end
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [count])
  return (
    <div className={styles.pane}>
      {(total > rows.length || count > shown.length) && (
        <p className={styles.more}>
          <TextLink to="/notes">{m.watch_all_notes({ count: total })}</TextLink>
        </p>
      )}
      {past.length === 0 ? (
        <p className={styles.none}>{m.watch_no_notes()}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys that scroll
        <ol ref={list} className={styles.list} tabIndex={0} aria-label={m.watch_notes()}>
          {shown.map((row) => (
            <li key={row.id} className={cx(styles.note, row.id === newest && styles.fresh)}>
              {row.atMs === null ? (
                <span />
              ) : (
                <button
                  type="button"
                  className={styles.time}
                  title={m.watch_jump()}
                  onClick={() => onSeek(row.atMs ?? 0)}
                >
                  <Timecode ms={row.atMs} />
                </button>
              )}
              <div className={styles.words}>
                <Words row={row} />
                {row.kind === 'question' && <span className={styles.under}>{m.watch_question()}</span>}
                {row.pinned && (
                  <span className={styles.under}>
                    <Icon of={IconPin} size="sm" /> {m.watch_pinned()}
                  </span>
                )}
                <span className={styles.act}>
                  <TextLink to="/speculation" search={{ note: row.id }}>
                    {m.notes_make_card()}
                  </TextLink>
                </span>
              </div>
            </li>
          ))}
        </ol>
      )}
      {ahead > 0 && (
        <Veil className={styles.ahead ?? ''} safeAfter={null} words={m.watch_notes_ahead({ count: ahead })} />
      )}
    </div>
  )
}
