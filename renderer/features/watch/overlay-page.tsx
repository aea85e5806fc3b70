import { m } from '@shared/messages'
import { formatTimecode } from '@shared/timecode'
import { IconArrowsDiagonal, IconPlayerPauseFilled, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { type CSSProperties, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useAsk } from '../../api/ask'
import { useBroadcast } from '../../api/broadcasts'
import { client } from '../../api/client'
import { IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { errorWords } from '../../ui/error-words'
import { Icon } from '../../ui/icon'
import { Keys } from '../../ui/kbd'
import { BrandMark } from '../../ui/marks'
import { useShortcut } from '../../ui/shortcuts'
import { Timecode } from '../../ui/timecode'
import { toasts } from '../../ui/toasts'
import { episodeLabel } from '../../ui/words'
import { CaptureLine } from './capture-line'
import styles from './overlay-page.module.css'
import { REACTIONS, reactionWords } from './reactions'
import { sourceName } from './source-words'
import { useCapture } from './use-capture'
import { useControls } from './use-controls'
import { useNames } from './use-stage'
import { type OnScreen, usePosition, useWatching } from './use-watching'

/** How long it says that something was kept, before the keys go back to the player, in ms. */
const SAID_MS = 2000

const tell = (action: 'call' | 'rest' | 'hide' | 'main') =>
  void client.desktop.overlay({ action }).catch(() => undefined)

/** The clock of the top line, and how far the episode is, along the lower edge. */
function Clock({ onScreen }: { readonly onScreen: OnScreen }) {
  const position = usePosition(onScreen, 1000)
  const runtimeMs = onScreen.watching?.runtimeMs ?? null
  return (
    <>
      <span
        className={styles.clock}
        role="timer"
        aria-label={m.watch_clock_at({ time: formatTimecode(position) })}
      >
        {formatTimecode(position)}
      </span>
      {runtimeMs !== null && (
        <span
          className={styles.progress}
          style={{ '--at': `${Math.min(100, (position / runtimeMs) * 100)}%` } as CSSProperties}
        />
      )}
    </>
  )
}

/** The strip over the film: its clock, one line, six feelings. */
export default function OverlayPage() {
  const onScreen = useWatching()
  const { watching } = onScreen
  useEffect(() => {
    // a dark room, whatever the app's own lights are
    document.documentElement.dataset.theme = 'salle'
  }, [])
  if (!watching?.episode)
    return (
      <main className={styles.overlay}>
        <div className={styles.top}>
          <BrandMark size={14} />
          <h1 className="subtle">{watching ? m.watch_overlay_empty() : ''}</h1>
          <TopButtons />
        </div>
      </main>
    )
  return <Strip onScreen={onScreen} />
}

function TopButtons() {
  return (
    <span className={styles.buttons}>
      <IconButton
        size="sm"
        icon={IconArrowsDiagonal}
        label={m.watch_overlay_main()}
        onPress={() => tell('main')}
      />
      <IconButton size="sm" icon={IconX} label={m.app_close()} onPress={() => tell('hide')} />
    </span>
  )
}

function Strip({ onScreen }: { readonly onScreen: OnScreen }) {
  const { watching, positionNow } = onScreen
  const episode = watching?.episode
  if (!watching || !episode) throw new Error('the strip needs what is on')
  const { showId, episodeId } = episode
  const mover = watching.byHand ? m.watch_manual() : sourceName(watching.source)
  const state = useAsk('desktop', 'overlayState', undefined)
  const [told, setTold] = useState<{ readonly called: boolean } | null>(null)
  const called = (told ?? state.data)?.called ?? false
  const [said, setSaid] = useState<string | null>(null)
  // what is refused has no other place here
  const notice = useSyncExternalStore(toasts.subscribe, toasts.list).at(-1)?.text ?? null
  const line = useRef<HTMLInputElement>(null)
  const names = useNames(showId)
  const { toggle } = useControls(onScreen)
  const rest = useCallback(() => tell('rest'), [])
  const capture = useCapture({
    here: { showId, episodeId },
    positionNow,
    onKept: ({ atMs, reaction, veiled }) => {
      const time = formatTimecode(atMs ?? 0)
      if (veiled) return setSaid(m.watch_kept_veiled({ time, episode: episodeLabel(episode) }))
      setSaid(
        reaction
          ? m.watch_kept_reaction({ reaction: reactionWords(reaction), time })
          : m.watch_kept({ time }),
      )
    },
  })
  useBroadcast('desktop.overlayChanged', setTold)
  useBroadcast('desktop.keyRefused', (error) => setSaid(errorWords(error).title))
  useBroadcast('desktop.marked', ({ atMs }) => setSaid(m.watch_kept({ time: formatTimecode(atMs) })))
  useEffect(() => {
    if (called) line.current?.focus()
  }, [called])
  const { text } = capture
  useEffect(() => {
    if (said === null) return
    const timer = setTimeout(() => {
      setSaid(null)
      // somebody who went on writing keeps the keys
      if (text === '') rest()
    }, SAID_MS)
    return () => clearTimeout(timer)
  }, [said, text, rest])
  useShortcut(
    REACTIONS.map(({ key }) => key),
    ({ key }) => {
      const look = REACTIONS.find((known) => known.key === key)
      if (look) void capture.react(look.reaction)
    },
    { inFields: true },
  )
  useShortcut('Mod+ ', toggle, { inFields: true })
  useShortcut('Mod+m', rest, { inFields: true })

  return (
    <main className={styles.overlay} data-called={called}>
      <div className={styles.top}>
        <BrandMark size={14} />
        <h1 className={styles.code}>{episodeLabel(episode)}</h1>
        <Clock onScreen={onScreen} />
        <button
          type="button"
          className={cx(styles.source, watching.playing && styles.on)}
          aria-label={`${watching.playing ? m.watch_pause() : m.watch_start()}: ${mover}`}
          onClick={toggle}
        >
          <Icon of={watching.playing ? IconPlayerPlay : IconPlayerPauseFilled} size="sm" />
          {mover}
        </button>
        <span className={styles.said} role="status" title={notice ?? ''}>
          {said ?? notice}
        </span>
        {!called && (
          <button type="button" className={styles.write} onClick={() => tell('call')}>
            {capture.atMs === null ? m.watch_overlay_write() : <Timecode ms={capture.atMs} />}
          </button>
        )}
        <TopButtons />
      </div>
      {called && (
        <>
          <CaptureLine capture={capture} names={names} inputRef={line} onLeave={rest} compact />
          <div className={styles.foot}>
            {REACTIONS.map(({ reaction, words, icon, key }) => (
              <IconButton
                key={reaction}
                icon={icon}
                label={`${words()} (${key})`}
                onPress={() => void capture.react(reaction)}
              />
            ))}
            <span className={styles.esc}>
              <Keys of={['Esc']} /> {m.watch_overlay_back()}
            </span>
          </div>
        </>
      )}
    </main>
  )
}
