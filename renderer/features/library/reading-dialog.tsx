import type { EpisodeId, ItemId, ShowId } from '@shared/ids'
import type { Episode, Reading } from '@shared/library/schema'
import { language, m } from '@shared/messages'
import { formatTimecode } from '@shared/timecode'
import { freshId } from '@shared/uuid'
import { type KeyboardEvent, type SyntheticEvent, useState } from 'react'
import { useShow } from '../../api/current-show'
import { Button } from '../../ui/button'
import { Dialog, DialogActions } from '../../ui/dialog'
import { TextArea, TextField } from '../../ui/field'
import { Select } from '../../ui/select'
import { TimeField } from '../../ui/time-field'
import { episodeLabel } from '../../ui/words'
import styles from './reading-dialog.module.css'
import { draftOf, episodesToRead, type ReadingForm } from './reading-form'
import { useReadings } from './use-readings'

const DECIMAL = { en: '.', fr: ',' } as const

interface ReadingDialogProps {
  readonly showId: ShowId
  readonly reading: Reading
  readonly first: ReadingForm
  readonly onClose: () => void
}

const titleOf = ({ before, tracker }: ReadingForm) => {
  if (before) return m.library_reading_edit_title()
  return tracker ? `${m.library_reading_add()}: ${tracker.name}` : m.library_tracker_new_title()
}

const labelOf = (episode: Episode) =>
  episode.details.veiled ? episodeLabel(episode) : `${episodeLabel(episode)}, ${episode.details.title}`

/** Writes down what the screen says: a reading of the person's own, new or again, maybe of a tracker of their own. */
export default function ReadingDialog({ showId, reading, first, onClose }: ReadingDialogProps) {
  const { episodes: all } = useShow()
  const { add, change } = useReadings()
  const [form, setForm] = useState(first)
  const [asked, setAsked] = useState(false)
  // made once for the dialog: saving twice is the same as once
  const [ids] = useState(() => ({
    showId,
    id: freshId() as ItemId,
    newTrackerId: freshId() as ItemId,
    decimal: DECIMAL[language()],
  }))
  const set = (changed: Partial<ReadingForm>) => setForm({ ...form, ...changed })
  const episodes = episodesToRead(all, reading)
  const { running } = reading
  const on = episodes.find(({ id }) => id === running?.episodeId)

  const save = () => {
    setAsked(true)
    const draft = draftOf(form, ids)
    const before = draftOf(first, ids)
    const episode = all.find(({ id }) => id === form.episodeId)
    if (!draft || !episode) return
    if (form.before && before) change(draft, before, onClose)
    else add(draft, episodeLabel(episode), onClose)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    save()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    save()
  }
  return (
    <Dialog title={titleOf(form)} isOpen onOpenChange={(open) => !open && onClose()}>
      <form className={styles.form} onSubmit={submit} onKeyDown={press}>
        {form.tracker === null && (
          <div className={styles.pair}>
            <TextField
              label={m.library_tracker_name()}
              placeholder={m.library_tracker_name_placeholder()}
              autoFocus
              value={form.name}
              maxLength={200}
              isInvalid={asked && form.name.trim() === ''}
              error={m.library_tracker_name_missing()}
              onChange={(name) => set({ name })}
            />
            <TextField
              label={m.library_tracker_unit()}
              value={form.unit}
              maxLength={200}
              onChange={(unit) => set({ unit })}
            />
          </div>
        )}
        <TextField
          label={m.library_reading_said()}
          hint={m.library_reading_said_hint()}
          autoFocus={form.tracker !== null}
          value={form.said}
          maxLength={200}
          isInvalid={asked && form.said.trim() === ''}
          error={m.library_reading_said_missing()}
          onChange={(said) => set({ said })}
        />
        <div className={styles.pair}>
          <Select
            label={m.library_reading_episode()}
            choices={episodes.map((episode) => ({ id: episode.id, label: labelOf(episode) }))}
            value={form.episodeId}
            onChange={(episodeId: EpisodeId) => set({ episodeId })}
          />
          <div className={styles.time}>
            <span className={styles.label}>{m.app_time()}</span>
            <TimeField atMs={form.atMs} onChange={(atMs) => set({ atMs })} />
          </div>
        </div>
        {running && on && form.before === null && (
          <p className={styles.running}>
            {m.library_reading_running({
              episode: episodeLabel(on),
              time: formatTimecode(running.positionMs),
            })}
          </p>
        )}
        <TextField
          label={m.library_reading_point()}
          placeholder={m.library_reading_point_placeholder()}
          value={form.point}
          maxLength={200}
          onChange={(point) => set({ point })}
        />
        <TextArea
          label={m.library_reading_note()}
          value={form.note}
          maxLength={2000}
          rows={2}
          onChange={(note) => set({ note })}
        />
        <DialogActions>
          <Button variant="quiet" onPress={onClose}>
            {m.app_cancel()}
          </Button>
          <Button variant="primary" type="submit" keys={['Ctrl', 'Enter']}>
            {m.library_reading_save()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
