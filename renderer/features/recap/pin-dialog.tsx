import { AppError } from '@shared/app-error'
import { NoteId, type ShowId } from '@shared/ids'
import type { Episode } from '@shared/library/schema'
import { m } from '@shared/messages'
import { freshId } from '@shared/uuid'
import { IconPin } from '@tabler/icons-react'
import { type KeyboardEvent, type SyntheticEvent, useState } from 'react'
import { client } from '../../api/client'
import { Button } from '../../ui/button'
import { Dialog, DialogActions } from '../../ui/dialog'
import { TextArea } from '../../ui/field'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import { episodeLabel } from '../../ui/words'

interface PinDialogProps {
  readonly showId: ShowId
  readonly episode: Episode
  readonly onClose: () => void
}

/** Writes a note and pins it to an episode, without leaving the recap. */
export function PinDialog({ showId, episode, onClose }: PinDialogProps) {
  const [text, setText] = useState('')
  const [id] = useState(() => NoteId.parse(freshId()))
  const save = async () => {
    const body = text.trim()
    if (body === '') return
    try {
      const place = { episodeId: episode.id, atMs: null, endMs: null }
      await client.notes.save({ id, showId, ...place, kind: 'note', title: '', body, tags: [], pinned: true })
      onClose()
      const undo = () =>
        void client.notes.remove({ id }).catch((error: unknown) => {
          if (error instanceof AppError) sayRefusal(error)
        })
      toasts.show({ text: m.recap_pinned({ episode: episodeLabel(episode) }), icon: IconPin, undo })
    } catch (error) {
      // the dialog stays, with what was written
      if (error instanceof AppError) sayRefusal(error)
      else throw error
    }
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    void save()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  return (
    <Dialog
      title={m.recap_pin_title({ episode: episodeLabel(episode) })}
      size="sm"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} onKeyDown={press}>
        <TextArea label={m.recap_pin_text()} autoFocus value={text} maxLength={5000} onChange={setText} />
        <DialogActions>
          <Button onPress={onClose}>{m.app_cancel()}</Button>
          <Button type="submit" variant="primary" isDisabled={text.trim() === ''} keys={['Ctrl', 'Enter']}>
            {m.recap_pin_save()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
