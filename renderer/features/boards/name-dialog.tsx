import { m } from '@shared/messages'
import { type SyntheticEvent, useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog, DialogActions } from '../../ui/dialog'
import { TextField } from '../../ui/field'

interface NameDialogProps {
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly name: string
  readonly maxLength: number
  /** An empty name gives the name that it has of itself. */
  readonly mayBeEmpty?: boolean
  readonly onSave: (name: string) => void
  readonly onClose: () => void
}

/** Gives something its name. */
export function NameDialog({
  title,
  label,
  hint,
  name,
  maxLength,
  mayBeEmpty = false,
  onSave,
  onClose,
}: NameDialogProps) {
  const [text, setText] = useState(name)
  const [tried, setTried] = useState(false)
  const isMissing = !mayBeEmpty && text.trim() === ''
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (isMissing) return
    onSave(text.trim())
    onClose()
  }
  return (
    <Dialog title={title} size="sm" isOpen onOpenChange={(open) => !open && onClose()}>
      <form onSubmit={submit}>
        <TextField
          label={label}
          autoFocus
          value={text}
          maxLength={maxLength}
          isInvalid={tried && isMissing}
          error={m.boards_name_missing()}
          onChange={setText}
          {...(hint ? { hint } : {})}
        />
        <DialogActions>
          <Button variant="quiet" onPress={onClose}>
            {m.app_cancel()}
          </Button>
          <Button variant="primary" type="submit">
            {m.boards_save()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
