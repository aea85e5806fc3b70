import type { CardId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconPlus } from '@tabler/icons-react'
import { type SyntheticEvent, useState } from 'react'
import { Button } from '../../../ui/button'
import { Checkbox } from '../../../ui/checkbox'
import { Dialog } from '../../../ui/dialog'
import { TextField } from '../../../ui/field'
import { useBoardTools } from '../board-context'
import styles from './label-dialog.module.css'

interface LabelDialogProps {
  readonly ids: readonly CardId[]
  /** The labels of the board. */
  readonly labels: readonly string[]
  readonly onClose: () => void
}

/** Gives labels to cards and takes them away; one that only some of them have stands half ticked. */
export function LabelDialog({ ids, labels, onClose }: LabelDialogProps) {
  const { acts, lanes } = useBoardTools()
  const [text, setText] = useState('')
  const chosen = new Set(ids)
  const cards = lanes()
    .flatMap((lane) => lane.cards)
    .filter(({ id }) => chosen.has(id))
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const label = text.trim().replace(/\s+/g, ' ')
    if (label === '') return
    setText('')
    void acts.label(ids, label, true)
  }
  return (
    <Dialog
      title={m.boards_label_title({ count: ids.length })}
      size="sm"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <div className={styles.labels}>
        {labels.map((label) => {
          const having = cards.filter((card) => card.labels.includes(label)).length
          return (
            <Checkbox
              key={label}
              isSelected={having > 0 && having === cards.length}
              isIndeterminate={having > 0 && having < cards.length}
              onChange={(on) => void acts.label(ids, label, on)}
            >
              {label}
            </Checkbox>
          )
        })}
      </div>
      <form className={styles.add} onSubmit={submit}>
        <TextField
          label={m.boards_label_add()}
          hideLabel
          placeholder={m.boards_label_add()}
          autoFocus
          value={text}
          maxLength={40}
          onChange={setText}
        />
        <Button type="submit" icon={IconPlus}>
          {m.boards_add()}
        </Button>
      </form>
    </Dialog>
  )
}
