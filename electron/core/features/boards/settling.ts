import { optionsOf } from '@shared/boards/rules'
import type { ResolvedCard } from '@shared/boards/scores-schema'
import type { Judged } from '@shared/boards/scoring'
import type { MemberId } from '@shared/ids'
import { redact } from '@shared/veil/rules'
import { formOf, type OnCard, oddsOf, tellable } from './card-view'
import { answeredIn, closingOf, type Ground, readableVerdicts, stampOfCard, stampOfKey } from './closing'
import type { CardRow, VerdictRow } from './store'

/** A card of which it may be told what became of it, as it is shown and as it is scored. */
export interface Decided {
  readonly card: ResolvedCard
  readonly judged: Judged<MemberId>
  /** The last episode that had been seen, or that decided it: it belongs to the season of that one. 0 for none. */
  readonly place: number
}

/** The verdict that stands, and the one with which the card closed: the first since it was last open. */
function standing(
  verdicts: readonly VerdictRow[],
): { readonly last: VerdictRow; readonly first: VerdictRow } | null {
  const last = verdicts.at(-1)
  if (!last || last.outcome === null) return null
  const open = verdicts.findLastIndex(({ outcome }) => outcome === null)
  return { last, first: verdicts[open + 1] ?? last }
}

/**
 * What a card comes to when it is scored, as far as its show has been seen: only a card, a verdict and odds that may
 * be read now are there, as if nothing had happened since. So a verdict that was revised later counts as it was
 * before, and no score, no rank and no number depends on anything behind a veil.
 *
 * The last interval that counts is the one before the deciding episode (the one that was named when the card was
 * made, or that the pack names, or that the verdict names, whichever comes first), and never one after the verdict.
 * The clock decides too: what was given after the deciding episode began, or after the verdict, does not count. Of an
 * episode that only a verdict names the clock knows nothing, because nobody knew that it would decide: what was given
 * while it ran counts, for the interval before it.
 *
 * @returns null for a card that is open, or of which nothing may be told
 */
export function decidedOf(row: CardRow, on: Omit<OnCard, 'labels'>, ground: Ground): Decided | null {
  const { horizon } = ground
  const readable = readableVerdicts(on.verdicts, ground)
  const verdict = standing(readable)
  if (verdict === null) return null
  const { last, first } = verdict
  const { outcome } = last
  if (outcome === null) return null

  const reachAt = (key: string | null): number => stampOfKey(key, ground) ?? 0
  const seen = reachAt(first.afterKey)
  const told = stampOfKey(last.episodeKey, ground) ?? null
  const named = stampOfKey(row.closesKey, ground) ?? answeredIn(row, ground)
  const closedAt = closingOf(row, [first], ground).at
  const form = formOf(row)
  const ordinal = told ?? (named !== null && named <= seen ? named : null)

  const card = redact(stampOfCard(row, on.evidence, ground), horizon, () => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    form,
    outcome: outcome === -1 ? ('void' as const) : outcome,
    ordinal,
    decidedBy: last.memberId,
    at: last.at,
    words: last.text,
  }))
  if (card.veiled) return null
  const { veiled: _veiled, ...shown } = card
  return {
    card: shown,
    place: ordinal ?? seen,
    judged: {
      id: row.id,
      outcome: outcome === -1 ? null : outcome,
      options: optionsOf(form),
      from: reachAt(row.afterKey),
      until: Math.min(seen + 1, told ?? Number.POSITIVE_INFINITY, named ?? Number.POSITIVE_INFINITY),
      given: tellable(on.odds, ground).flatMap(({ memberId, afterKey, odds, at }) =>
        odds === null || (closedAt !== null && at >= closedAt)
          ? []
          : [{ member: memberId, interval: reachAt(afterKey), odds: oddsOf(odds) }],
      ),
    },
  }
}
