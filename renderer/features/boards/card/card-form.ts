import type { EvidenceDraft } from '@shared/boards/evidence-schema'
import { Form, type Odds } from '@shared/boards/odds-schema'
import { optionsOf } from '@shared/boards/rules'
import type { CardDraft, CardKind, CardPage } from '@shared/boards/schema'
import { type BoardId, CardId, type LaneId, type MemberId } from '@shared/ids'
import type { Lifted } from '@shared/veil/schema'
import { EpisodeOrdinal } from '@shared/veil/schema'

/** What is typed into the card's form. */
export interface CardForm {
  readonly id: CardId
  /** The card as it was; null for a new one. */
  readonly before: Lifted<CardPage> | null
  readonly boardId: BoardId
  /** The lane of a new card; null for the one of its kind. */
  readonly laneId: LaneId | null
  readonly kind: CardKind
  readonly text: string
  readonly details: string
  readonly labels: readonly string[]
  readonly answers: Form['is']
  /** One a line. */
  readonly options: string
  readonly unit: string
  /** Numbers with space between them. */
  readonly edges: string
  readonly authorId: MemberId | null
  readonly parentId: CardId | null
  readonly ordinal: number | null
  readonly closes: number | null
  /** The episode after which its author says that it is safe; undefined follows what it rests on, null is always. */
  readonly safeAfter: number | null | undefined
  readonly evidence: readonly EvidenceDraft[]
  /** The words of a new prediction are sealed, with these odds. */
  readonly isSealed: boolean
  readonly odds: Odds | null
}

interface Beginning {
  readonly id: CardId
  readonly boardId: BoardId
  readonly kind: CardKind
  readonly laneId?: LaneId | null
  readonly authorId: MemberId | null
  readonly parentId?: CardId | null
  /** The last episode that was seen; null when nobody can tell. */
  readonly reach: number | null
  readonly evidence?: readonly EvidenceDraft[]
}

/** The form of a new card. It rests on what has been seen, so that is the episode it begins with. */
export const newForm = ({
  reach,
  laneId = null,
  parentId = null,
  evidence = [],
  ...of
}: Beginning): CardForm => ({
  ...of,
  laneId,
  parentId,
  evidence,
  before: null,
  text: '',
  details: '',
  labels: [],
  answers: 'yes-no',
  options: '',
  unit: '',
  edges: '',
  ordinal: reach !== null && reach > 0 ? reach : null,
  closes: null,
  safeAfter: undefined,
  isSealed: false,
  odds: null,
})

export const formOf = (card: Lifted<CardPage>): CardForm => ({
  id: card.id,
  before: card,
  boardId: card.boardId,
  laneId: card.laneId,
  kind: card.kind,
  text: card.text,
  details: card.details,
  labels: card.labels,
  answers: card.form.is,
  options: card.form.is === 'choice' ? card.form.options.join('\n') : '',
  unit: card.form.is === 'bins' ? card.form.unit : '',
  edges: card.form.is === 'bins' ? card.form.edges.join(' ') : '',
  authorId: card.authorId,
  parentId: card.parentId,
  ordinal: card.ordinal,
  closes: card.closes,
  safeAfter: card.saidSafeAfter,
  evidence: [],
  isSealed: false,
  odds: null,
})

/** Whether somebody typed something that would be missed. */
export const isTouched = ({ before, text, details, labels, options, edges }: CardForm): boolean =>
  text.trim() !== (before?.text ?? '') ||
  details !== (before?.details ?? '') ||
  labels.join('\n') !== (before?.labels ?? []).join('\n') ||
  (before === null && `${options}${edges}`.trim() !== '')

/** The number that somebody wrote, with a point or a comma; NaN for none. */
const numberOf = (text: string): number => Number(text.replace(',', '.'))

/** What can be guessed, as typed; null while it makes no sense. */
export function readAnswers({ answers, options, unit, edges }: CardForm): Form | null {
  const lines = options.split('\n').map((line) => line.trim())
  const typed =
    answers === 'yes-no'
      ? { is: answers }
      : answers === 'choice'
        ? { is: answers, options: lines.filter((line) => line !== '') }
        : {
            is: answers,
            unit: unit.trim(),
            edges: edges
              .split(/[\s;]+/)
              .filter(Boolean)
              .map(numberOf),
          }
  const form = Form.safeParse(typed)
  return form.success ? form.data : null
}

/** What keeps a form from being saved; null when nothing does. */
export function missingIn(form: CardForm): 'text' | 'answers' | 'odds' | null {
  if (form.text.trim() === '') return 'text'
  const answers = readAnswers(form)
  if (!answers) return 'answers'
  return form.isSealed && form.odds?.length !== optionsOf(answers) ? 'odds' : null
}

const ordinalOf = (ordinal: number | null): EpisodeOrdinal | null =>
  ordinal === null ? null : EpisodeOrdinal.parse(ordinal)

/** The form on its way to disk; null while something keeps it from being saved. */
export function draftFrom(form: CardForm): CardDraft | null {
  const answers = readAnswers(form)
  if (missingIn(form) !== null || !answers) return null
  return {
    id: CardId.parse(form.id),
    boardId: form.boardId,
    laneId: form.before ? null : form.laneId,
    kind: form.kind,
    text: form.text.trim(),
    details: form.details.trim(),
    labels: [...form.labels],
    form: answers,
    authorId: form.authorId,
    parentId: form.parentId,
    ordinal: ordinalOf(form.ordinal),
    closes: ordinalOf(form.closes),
    ...(form.safeAfter === undefined ? {} : { safeAfter: ordinalOf(form.safeAfter) }),
    evidence: [...form.evidence],
  }
}
