import type { NoteId } from '@shared/ids'
import { m } from '@shared/messages'
import type { Reaction } from '@shared/notes/schema'
import { isSubtitleName } from '@shared/subtitles/rules'
import { formatTimecode } from '@shared/timecode'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useAsk, useTell } from '../../api/ask'
import { useFileDrop } from '../../ui/file-drops'
import { sayRefusal } from '../../ui/say-refusal'
import { useShortcut } from '../../ui/shortcuts'
import { toasts } from '../../ui/toasts'
import { episodeLabel } from '../../ui/words'
import { REACTIONS, reactionWords } from './reactions'
import { neighbour } from './timeline-rules'
import { type Here, type Kept, useCapture } from './use-capture'
import { useControls } from './use-controls'
import { useEpisodeNotes } from './use-episode-notes'
import { useSubtitles } from './use-subtitles'
import type { OnScreen } from './use-watching'

/** How long a reaction stays lit after its key, in ms. */
const LIT_MS = 1200

const keptWords = ({ kind, reaction, atMs, veiled }: Kept, episode: string): string => {
  const time = formatTimecode(atMs ?? 0)
  if (veiled) return m.watch_kept_veiled({ time, episode })
  if (reaction !== null) return m.watch_kept_reaction({ reaction: reactionWords(reaction), time })
  return kind === 'quote' ? m.watch_kept_quote({ time }) : m.watch_kept({ time })
}

/** Names that an @ completes: of the roles that may be known, each once. */
export function useNames(showId: Here['showId']): readonly string[] {
  const { data } = useAsk('cast', 'roles', { showId })
  return useMemo(() => {
    const names = (data?.groups ?? []).flatMap(({ roles }) =>
      roles.flatMap((role) => (role.veiled ? [] : [role.name])),
    )
    return [...new Set(names)]
  }, [data])
}

/** Everything that the Watch screen does for the episode that is on, with its keys. */
export function useStage(onScreen: OnScreen, place: Here, onSetTime: () => void) {
  const { watching } = onScreen
  if (!watching) throw new Error('the stage needs what is on')
  const { showId, episodeId } = place
  const here = useMemo(() => ({ showId, episodeId }), [showId, episodeId])
  const [newest, setNewest] = useState<NoteId | null>(null)
  const [lit, setLit] = useState<Reaction | null>(null)
  const line = useRef<HTMLInputElement>(null)
  const controls = useControls(onScreen)
  const subtitles = useSubtitles(here)
  const notes = useEpisodeNotes(here)
  const speech = useAsk('subtitles', 'speech', here, { keepLast: true, enabled: subtitles.chosen !== null })
  const names = useNames(showId)
  const { mutate: remove } = useTell('notes', 'remove')
  const { mutate: setRate } = useTell('watch', 'setRate')

  const capture = useCapture({
    here,
    positionNow: onScreen.positionNow,
    onKept: (kept) => {
      setNewest(kept.id)
      if (kept.reaction) setLit(kept.reaction)
      toasts.show({
        key: 'kept',
        text: keptWords(kept, watching.episode ? episodeLabel(watching.episode) : ''),
        undo: () => remove({ id: kept.id }, { onError: sayRefusal }),
      })
    },
  })
  useEffect(() => {
    if (lit === null) return
    const timer = setTimeout(() => setLit(null), LIT_MS)
    return () => clearTimeout(timer)
  }, [lit])

  const quoteSpoken = () => {
    if (subtitles.spoken?.line) void capture.quote(subtitles.spoken.line)
  }
  const goTo = (step: 1 | -1) => {
    const to = neighbour(notes.rows, onScreen.positionNow(), step)
    if (to !== null) controls.seek(to)
  }
  const anywhere = { inFields: true }
  useShortcut('Mod+ ', controls.toggle, anywhere)
  useShortcut('Mod+g', onSetTime, anywhere)
  useShortcut('Mod+q', quoteSpoken, anywhere)
  useShortcut('Mod+ArrowLeft', () => goTo(-1))
  useShortcut('Mod+ArrowRight', () => goTo(1))
  useShortcut('n', () => line.current?.focus())
  useShortcut(
    REACTIONS.map(({ key }) => key),
    ({ key }) => {
      const look = REACTIONS.find((known) => known.key === key)
      if (look) void capture.react(look.reaction)
    },
    anywhere,
  )
  useFileDrop(isSubtitleName, (file) => void subtitles.add(file))

  return {
    here,
    watching,
    controls,
    capture,
    subtitles,
    notes,
    speech: speech.data,
    names,
    newest,
    lit,
    line,
    quoteSpoken,
    setRate: (rate: number) => setRate({ rate }, { onError: sayRefusal }),
  }
}
