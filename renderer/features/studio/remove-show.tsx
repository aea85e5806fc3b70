import { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../api/ask'
import { client } from '../../api/client'
import { useShow } from '../../api/current-show'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog, DialogActions } from '../../ui/dialog'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import styles from './remove-show.module.css'

interface RemoveShowProps {
  readonly title: string
  readonly onClose: () => void
}

/** Asks before a show goes, and says what of the person's goes with it. Notes want a word of their own. */
export function RemoveShow({ title, onClose }: RemoveShowProps) {
  const { showId } = useShow()
  const navigate = useNavigate()
  const { data } = useAsk('exchange', 'belongings', { showId: showId as never })
  const [agreed, setAgreed] = useState(false)
  if (!showId || !data) return null
  const { notes, cards, watched, readings, trackers } = data
  const some = Object.values(data).some((count) => count > 0)
  const remove = async () => {
    try {
      await client.exchange.removeShow({ showId, told: data })
      toasts.show({ text: m.studio_deleted({ title }) })
      await navigate({ to: '/' })
    } catch (error) {
      if (error instanceof AppError) sayRefusal(error)
      else throw error
    }
  }
  return (
    <Dialog
      title={m.studio_delete_title({ title })}
      role="alertdialog"
      size="sm"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <div className={styles.words}>
        <p>{some ? m.studio_delete_text() : m.studio_delete_text_plain()}</p>
        <ul>
          {notes > 0 && <li>{m.studio_delete_notes({ count: notes })}</li>}
          {cards > 0 && <li>{m.studio_delete_cards({ count: cards })}</li>}
          {watched > 0 && <li>{m.studio_delete_watched({ count: watched })}</li>}
          {readings > 0 && <li>{m.studio_delete_readings({ count: readings })}</li>}
          {trackers > 0 && <li>{m.studio_delete_trackers({ count: trackers })}</li>}
        </ul>
        {notes > 0 && (
          <Checkbox isSelected={agreed} onChange={setAgreed}>
            {m.studio_delete_agree({ count: notes })}
          </Checkbox>
        )}
      </div>
      <DialogActions>
        <Button variant="quiet" autoFocus onPress={onClose}>
          {m.app_cancel()}
        </Button>
        <Button variant="danger" isDisabled={notes > 0 && !agreed} onPress={() => void remove()}>
          {m.studio_delete_show()}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
