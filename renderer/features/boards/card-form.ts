import type { CardDraft, CardKind } from '@shared/boards/schema'
import { CardId, type ShowId } from '@shared/ids'
import { EpisodeOrdinal } from '@shared/veil/schema'
import type { OpenCard } from './lanes'

/** What is typed into the card's form. */
export interface CardForm {
  readonly id: string
  /** The card as it was; null for a new one. */
  readonly before: OpenCard | null
  readonly kind: CardKind
  readonly text: string
  readonly details: string
  readonly ordinal: number | null
  /** The episode after which its author says that it is safe; undefined for its own, null for always. */
  readonly safeAfter: number | null | undefined
}

/** The form of a new card. It rests on what has been seen, so that is the episode it begins with. */
export const newForm = (id: string, kind: CardKind, reach: number | null): CardForm => ({
  id,
  before: null,
  kind,
  text: '',
  details: '',
  ordinal: reach !== null && reach > 0 ? reach : null,
  safeAfter: undefined,
})

export const formOf = (card: OpenCard): CardForm => ({
  id: card.id,
  before: card,
  kind: card.kind,
  text: card.text,
  details: card.details,
  ordinal: card.ordinal,
  safeAfter: card.safeAfter === card.ordinal ? undefined : card.safeAfter,
})

/** Whether somebody typed something that would be missed. */
export const isTouched = ({ before, text, details }: CardForm): boolean =>
  text.trim() !== (before?.text ?? '') || details !== (before?.details ?? '')

/** The form on its way to disk; null while it says nothing. */
export function draftFrom(form: CardForm, showId: ShowId): CardDraft | null {
  const text = form.text.trim()
  if (text === '') return null
  return {
    id: CardId.parse(form.id),
    showId,
    kind: form.kind,
    text,
    details: form.details.trim(),
    ordinal: form.ordinal === null ? null : EpisodeOrdinal.parse(form.ordinal),
    ...(form.safeAfter === undefined
      ? {}
      : { safeAfter: form.safeAfter === null ? null : EpisodeOrdinal.parse(form.safeAfter) }),
  }
}
