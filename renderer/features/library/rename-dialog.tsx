import { m } from '@shared/messages'
import { type SyntheticEvent, useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog, DialogActions } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import type { OpenTracker } from './open-tracker'
import styles from './reading-dialog.module.css'
import { useReadings } from './use-readings'

/** Gives a tracker of the person's own another name. */
export default function RenameDialog({
  tracker,
  onClose,
}: {
  readonly tracker: OpenTracker
  readonly onClose: () => void
}) {
  const { rename } = useReadings()
  const [name, setName] = useState(tracker.name)
  const [unit, setUnit] = useState(tracker.unit)
  const missing = name.trim() === ''
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (missing) return
    const { id: trackerId } = tracker
    rename({ trackerId, name, unit }, { trackerId, name: tracker.name, unit: tracker.unit })
    onClose()
  }
  return (
    <Dialog title={m.library_tracker_rename_title()} isOpen onOpenChange={(open) => !open && onClose()}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={m.library_tracker_name()}
          autoFocus
          value={name}
          maxLength={200}
          isInvalid={missing}
          error={m.library_tracker_name_missing()}
          onChange={setName}
        />
        <TextField label={m.library_tracker_unit()} value={unit} maxLength={200} onChange={setUnit} />
        <DialogActions>
          <Button variant="quiet" onPress={onClose}>
            {m.app_cancel()}
          </Button>
          <Button variant="primary" type="submit">
            {m.library_tracker_rename()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
