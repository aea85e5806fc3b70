import { m } from '@shared/messages'
import type { Cue } from '@shared/subtitles/schema'
import type { Ms } from '@shared/time'
import { useRef, useState } from 'react'
import { client } from '../../api/client'
import { Button } from '../../ui/button'
import { Dialog, DialogActions } from '../../ui/dialog'
import { SearchField } from '../../ui/field'
import { TimeField } from '../../ui/time-field'
import { Timecode } from '../../ui/timecode'
import styles from './set-time-dialog.module.css'
import type { Here } from './use-capture'

interface SetTimeDialogProps {
  readonly here: Here
  readonly atMs: Ms
  /** How fast the episode goes while it plays: 1 as filmed. */
  readonly rate: number
  readonly hasFile: boolean
  readonly onSet: (positionMs: number) => void
  readonly onClose: () => void
}

/** Sets the clock: to a time that is typed, or by the line that was just heard. */
export function SetTimeDialog({ here, atMs, rate, hasFile, onSet, onClose }: SetTimeDialogProps) {
  const [time, setTime] = useState<Ms | null>(atMs)
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly Cue[] | null>(null)
  /** The moment of the first key of the words: the line had just been heard then. */
  const heardAt = useRef(0)
  const asked = useRef(0)

  const look = (typed: string) => {
    if (words === '' || typed === '') heardAt.current = performance.now()
    setWords(typed)
    const turn = ++asked.current
    if (typed.trim() === '') return setFound(null)
    void client.subtitles.heard({ ...here, words: typed }).then(
      (cues) => {
        if (turn === asked.current) setFound(cues)
      },
      () => setFound([]),
    )
  }
  const set = (positionMs: number) => {
    onSet(positionMs)
    onClose()
  }
  return (
    <Dialog title={m.watch_set_time()} isOpen onOpenChange={(open) => !open && onClose()}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (time !== null) set(time)
        }}
      >
        <div className={styles.time}>
          <span>{m.watch_time_now()}</span>
          <TimeField atMs={time} onChange={setTime} />
        </div>
        {hasFile && (
          <section className={styles.heard}>
            <h3 className="t-h4">{m.watch_just_said()}</h3>
            <p className="muted">{m.watch_just_said_text()}</p>
            <SearchField
              label={m.watch_just_said()}
              placeholder={m.watch_just_said_placeholder()}
              value={words}
              onChange={look}
              maxLength={200}
              autoFocus
            />
            {found !== null && found.length === 0 && <p className="subtle">{m.watch_just_said_none()}</p>}
            {found !== null && found.length > 0 && (
              <ol className={styles.lines}>
                {found.map((cue) => (
                  <li key={cue.n}>
                    <button
                      type="button"
                      onClick={() => set(cue.toMs + (performance.now() - heardAt.current) * rate)}
                    >
                      <Timecode ms={cue.fromMs} />
                      <span>{cue.text}</span>
                    </button>
                  </li>
                ))}
              </ol>
            )}
          </section>
        )}
        <DialogActions>
          <Button variant="quiet" onPress={onClose}>
            {m.app_cancel()}
          </Button>
          <Button variant="primary" type="submit" isDisabled={time === null}>
            {m.watch_set()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
