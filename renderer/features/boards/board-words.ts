import type { Form, Outcome } from '@shared/boards/odds-schema'
import type { CardKind, LaneRole, StepWords } from '@shared/boards/schema'
import { m } from '@shared/messages'
import { exactNumber } from '../../ui/words'
import type { LaneView } from './lanes/lanes'

const LANE_WORDS: Readonly<Record<LaneRole, () => string>> = {
  questions: m.boards_lane_questions,
  theories: m.boards_lane_theories,
  predictions: m.boards_lane_predictions,
  resolved: m.boards_lane_resolved,
}

/** What a lane is called: as a person named it, else as its role says. */
export const laneName = ({ role, name }: Pick<LaneView, 'role' | 'name'>): string =>
  name ?? (role === null ? m.boards_lane_unnamed() : LANE_WORDS[role]())

/** What a card of this kind is called. */
export const KIND_WORDS: Readonly<Record<CardKind, () => string>> = {
  question: m.boards_kind_question,
  theory: m.boards_kind_theory,
  prediction: m.boards_kind_prediction,
}

/** What the form asks for. */
export const TEXT_WORDS: Readonly<Record<CardKind, () => string>> = {
  question: m.boards_text_question,
  theory: m.boards_text_theory,
  prediction: m.boards_text_prediction,
}

/** What was taken back, or done again. */
export const STEP_WORDS: Readonly<Record<StepWords, () => string>> = {
  card: m.boards_step_card,
  move: m.boards_step_move,
  archive: m.boards_step_archive,
  remove: m.boards_step_remove,
  evidence: m.boards_step_evidence,
  odds: m.boards_step_odds,
  seal: m.boards_step_seal,
  verdict: m.boards_step_verdict,
  lane: m.boards_step_lane,
  board: m.boards_step_board,
}

const withUnit = (value: number, unit: string): string =>
  unit === '' ? exactNumber(value) : m.boards_with_unit({ value: exactNumber(value), unit })

/** What the options of a form are called, in their order. */
export function optionNames(form: Form): string[] {
  if (form.is === 'yes-no') return [m.boards_yes(), m.boards_no()]
  if (form.is === 'choice') return [...form.options]
  const { edges, unit } = form
  const [first = 0] = edges
  const last = edges.at(-1) ?? first
  const between = edges
    .slice(1)
    .map((edge, at) => m.boards_bin_between({ from: exactNumber(edges[at] ?? 0), to: withUnit(edge, unit) }))
  return [
    m.boards_bin_under({ edge: withUnit(first, unit) }),
    ...between,
    m.boards_bin_over({ edge: withUnit(last, unit) }),
  ]
}

/** What became of a card in a word or two. */
export function outcomeWords(outcome: Outcome, form: Form, kind: CardKind): string {
  if (outcome === 'void') return m.boards_void()
  if (form.is !== 'yes-no' || kind === 'question') return optionNames(form)[outcome] ?? m.boards_void()
  return outcome === 0 ? m.boards_came_true() : m.boards_did_not()
}

/** A fingerprint in groups of four, as it is read aloud: `9f3c 71ae 04d2`. */
export const grouped = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ')
