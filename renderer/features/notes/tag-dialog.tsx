import { m } from '@shared/messages'
import { Tag } from '@shared/notes/schema'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { ToggleChip } from '../../ui/chip'
import { Dialog, DialogActions } from '../../ui/dialog'
import { TextField } from '../../ui/field'
import { wholeNumber } from '../../ui/words'
import styles from './tag-dialog.module.css'

interface TagDialogProps {
  readonly count: number
  /** Tags that the show's notes have already. */
  readonly known: readonly string[]
  readonly onTag: (tag: string, on: boolean) => void
  readonly onClose: () => void
}

/** Puts a tag on notes, or takes it off. */
export function TagDialog({ count, known, onTag, onClose }: TagDialogProps) {
  const [text, setText] = useState('')
  const tag = Tag.safeParse(text.trim().replace(/^#/, ''))
  const wrong = text.trim() !== '' && !tag.success
  const done = (on: boolean) => {
    if (!tag.success) return
    onTag(tag.data.toLowerCase(), on)
    onClose()
  }
  return (
    <Dialog
      title={m.notes_tag_title({ count, digits: wholeNumber(count) })}
      size="sm"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          done(true)
        }}
      >
        <TextField
          label={m.notes_tag_word()}
          value={text}
          onChange={setText}
          maxLength={60}
          autoFocus
          isInvalid={wrong}
          error={m.notes_tag_invalid()}
        />
        {known.length > 0 && (
          <div className={styles.known}>
            {known.slice(0, 24).map((word) => (
              <ToggleChip key={word} isSelected={tag.data === word} onChange={() => setText(word)}>
                {word}
              </ToggleChip>
            ))}
          </div>
        )}
        <DialogActions>
          <Button variant="quiet" isDisabled={!tag.success} onPress={() => done(false)}>
            {m.notes_tag_off()}
          </Button>
          <Button variant="primary" type="submit" isDisabled={!tag.success}>
            {m.notes_tag_on()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
