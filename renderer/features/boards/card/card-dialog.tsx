import type { Form } from '@shared/boards/odds-schema'
import { optionsOf } from '@shared/boards/rules'
import type { CardKind } from '@shared/boards/schema'
import { m } from '@shared/messages'
import { type KeyboardEvent, type SyntheticEvent, useState } from 'react'
import { Button } from '../../../ui/button'
import { Dialog, DialogActions } from '../../../ui/dialog'
import { TextArea, TextField } from '../../../ui/field'
import { Segmented } from '../../../ui/segmented'
import { Switch } from '../../../ui/switch'
import { KIND_WORDS, TEXT_WORDS } from '../board-words'
import { OddsFields } from '../odds/odds-fields'
import { evenOdds } from '../odds/odds-share'
import { CardBounds } from './card-bounds'
import styles from './card-dialog.module.css'
import { type CardForm, missingIn, readAnswers } from './card-form'
import { LabelField } from './label-field'

const KINDS: readonly CardKind[] = ['question', 'theory', 'prediction']
const ANSWERS: readonly { readonly id: Form['is']; readonly words: () => string }[] = [
  { id: 'yes-no', words: m.boards_form_yes_no },
  { id: 'choice', words: m.boards_form_choice },
  { id: 'bins', words: m.boards_form_bins },
]

interface CardDialogProps {
  readonly form: CardForm
  /** Labels of the board, to choose from. */
  readonly labels: readonly string[]
  readonly onChange: (form: CardForm) => void
  readonly onClose: () => void
  readonly onSave: (form: CardForm) => void
}

/** What can be guessed on the card. Once somebody has guessed it stays. */
function Answers({
  form,
  set,
  isMissing,
}: Pick<CardDialogProps, 'form'> & SetProps & { readonly isMissing: boolean }) {
  const isGuessed = (form.before?.odds.given ?? 0) > 0
  if (isGuessed) return null
  return (
    <div className={styles.answers}>
      <Segmented
        label={m.boards_form()}
        segments={ANSWERS.map(({ id, words }) => ({ id, label: words() }))}
        value={form.answers}
        onChange={(answers) => set({ answers, odds: null })}
      />
      {form.answers === 'choice' && (
        <TextArea
          label={m.boards_form_options()}
          hint={m.boards_form_options_hint()}
          value={form.options}
          rows={4}
          isInvalid={isMissing}
          error={m.boards_form_options_missing()}
          onChange={(options) => set({ options, odds: null })}
        />
      )}
      {form.answers === 'bins' && (
        <div className={styles.bins}>
          <TextField
            label={m.boards_form_edges()}
            hint={m.boards_form_edges_hint()}
            value={form.edges}
            isInvalid={isMissing}
            error={m.boards_form_edges_missing()}
            onChange={(edges) => set({ edges, odds: null })}
          />
          <TextField
            label={m.boards_form_unit()}
            value={form.unit}
            maxLength={40}
            onChange={(unit) => set({ unit })}
          />
        </div>
      )}
    </div>
  )
}

interface SetProps {
  readonly set: (change: Partial<CardForm>) => void
}

/** Whether the words of a new prediction are sealed, and the odds that are sealed with them. */
function Seal({ form, set }: Pick<CardDialogProps, 'form'> & SetProps) {
  const answers = readAnswers(form)
  if (form.before || form.kind !== 'prediction') return null
  return (
    <div className={styles.seal}>
      <Switch
        isSelected={form.isSealed}
        onChange={(isSealed) =>
          set({ isSealed, odds: isSealed && answers ? evenOdds(optionsOf(answers)) : null })
        }
      >
        {m.boards_seal_words()}
      </Switch>
      {form.isSealed && (
        <>
          <p className={styles.hint}>{m.boards_seal_words_hint()}</p>
          {answers && (
            <OddsFields
              key={optionsOf(answers)}
              form={answers}
              odds={form.odds ?? evenOdds(optionsOf(answers))}
              onChange={(odds) => set({ odds })}
            />
          )}
        </>
      )}
    </div>
  )
}

/** Writes a card, new or again. */
export function CardDialog({ form, labels, onChange, onClose, onSave }: CardDialogProps) {
  const [tried, setTried] = useState(false)
  const set = (change: Partial<CardForm>) => onChange({ ...form, ...change })
  const missing = missingIn(form)
  const isPack = form.before?.origin === 'pack'
  const save = () => {
    const answers = readAnswers(form)
    const ready =
      form.isSealed && !form.odds && answers ? { ...form, odds: evenOdds(optionsOf(answers)) } : form
    if (missingIn(ready) === null) onSave(ready)
    else setTried(true)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    save()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    save()
  }
  return (
    <Dialog
      title={form.before ? m.boards_edit_title() : m.boards_new()}
      size="lg"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <form className={styles.form} onSubmit={submit} onKeyDownCapture={press}>
        <div className={styles.words}>
          {!isPack && (
            <Segmented
              label={m.boards_kind()}
              segments={KINDS.map((kind) => ({ id: kind, label: KIND_WORDS[kind]() }))}
              value={form.kind}
              onChange={(kind) => set({ kind, ...(kind === 'prediction' ? {} : { isSealed: false }) })}
            />
          )}
          {isPack ? (
            <p className={styles.pack}>{form.text}</p>
          ) : (
            <TextField
              label={TEXT_WORDS[form.kind]()}
              autoFocus
              value={form.text}
              maxLength={300}
              isInvalid={tried && missing === 'text'}
              error={m.boards_text_missing()}
              onChange={(text) => set({ text })}
            />
          )}
          <TextArea
            label={m.boards_details()}
            hint={m.boards_details_hint()}
            value={form.details}
            maxLength={20_000}
            rows={5}
            onChange={(details) => set({ details })}
          />
          <LabelField labels={form.labels} known={labels} onChange={(next) => set({ labels: next })} />
          <Answers form={form} set={set} isMissing={tried && missing === 'answers'} />
          <Seal form={form} set={set} />
        </div>
        <CardBounds form={form} set={set} />
        <div className={styles.foot}>
          <DialogActions>
            <Button variant="quiet" onPress={onClose}>
              {m.app_cancel()}
            </Button>
            <Button variant="primary" type="submit" keys={['Ctrl', 'Enter']}>
              {form.before ? m.boards_save() : form.isSealed ? m.boards_create_sealed() : m.boards_create()}
            </Button>
          </DialogActions>
        </div>
      </form>
    </Dialog>
  )
}
