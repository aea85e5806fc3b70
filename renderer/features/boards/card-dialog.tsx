import type { CardKind } from '@shared/boards/schema'
import { m } from '@shared/messages'
import { type KeyboardEvent, type SyntheticEvent, useState } from 'react'
import { useShow } from '../../api/current-show'
import { Button } from '../../ui/button'
import { Dialog, DialogActions } from '../../ui/dialog'
import { TextArea, TextField } from '../../ui/field'
import { Segmented } from '../../ui/segmented'
import { Select } from '../../ui/select'
import { episodeLabel } from '../../ui/words'
import styles from './card-dialog.module.css'
import type { CardForm } from './card-form'
import { KIND_WORDS, TEXT_WORDS } from './lane-words'

const KINDS: readonly CardKind[] = ['question', 'theory', 'prediction']
const NO_EPISODE = 'none'
const OWN = 'own'
const ALWAYS = 'always'

interface CardDialogProps {
  readonly form: CardForm
  readonly onChange: (form: CardForm) => void
  readonly onClose: () => void
  readonly onSave: (form: CardForm) => void
}

/** Writes a card, new or again. */
export function CardDialog({ form, onChange, onClose, onSave }: CardDialogProps) {
  const { episodes } = useShow()
  const [missing, setMissing] = useState(false)
  const set = (change: Partial<CardForm>) => onChange({ ...form, ...change })
  const save = () => {
    if (form.text.trim() === '') setMissing(true)
    else onSave(form)
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
  const named = episodes.map((episode) => ({
    id: String(episode.ordinal),
    label: episode.details.veiled
      ? episodeLabel(episode)
      : `${episodeLabel(episode)}, ${episode.details.title}`,
  }))
  const choices = [{ id: NO_EPISODE, label: m.boards_no_episode() }, ...named]
  const stamps = [
    { id: OWN, label: m.boards_safe_own() },
    { id: ALWAYS, label: m.boards_safe_always() },
    ...named,
  ]
  const { safeAfter } = form
  const stamp = safeAfter === undefined ? OWN : safeAfter === null ? ALWAYS : String(safeAfter)
  return (
    <Dialog
      title={form.before ? m.boards_edit_title() : m.boards_new()}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <form className={styles.form} onSubmit={submit} onKeyDown={press}>
        <Segmented
          label={m.boards_kind()}
          segments={KINDS.map((kind) => ({ id: kind, label: KIND_WORDS[kind]() }))}
          value={form.kind}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={TEXT_WORDS[form.kind]()}
          autoFocus
          value={form.text}
          maxLength={300}
          isInvalid={missing && form.text.trim() === ''}
          error={m.boards_text_missing()}
          onChange={(text) => set({ text })}
        />
        <TextArea
          label={m.boards_details()}
          hint={m.boards_details_hint()}
          value={form.details}
          maxLength={5000}
          rows={4}
          onChange={(details) => set({ details })}
        />
        <div className={styles.episode}>
          <Select
            label={m.boards_episode()}
            choices={choices}
            value={form.ordinal === null ? NO_EPISODE : String(form.ordinal)}
            onChange={(id) => set({ ordinal: id === NO_EPISODE ? null : Number(id) })}
          />
          <Select
            label={m.boards_safe_after()}
            choices={stamps}
            value={stamp}
            onChange={(id) => set({ safeAfter: id === OWN ? undefined : id === ALWAYS ? null : Number(id) })}
          />
          <p className={styles.hint}>{m.boards_episode_hint()}</p>
        </div>
        <DialogActions>
          <Button variant="quiet" onPress={onClose}>
            {m.app_cancel()}
          </Button>
          <Button variant="primary" type="submit" keys={['Ctrl', 'Enter']}>
            {form.before ? m.boards_save() : m.boards_create()}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
