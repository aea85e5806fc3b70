import type { Bulletin } from '@shared/library/press-schema'
import type { IsoDate } from '@shared/time'
import type { Lifted } from '@shared/veil/schema'

type Stage = NonNullable<Lifted<Bulletin>['stage']>

/** The way of a season to the screen, in its order. */
const WAY: readonly Stage[] = ['renewed', 'production', 'trailer', 'premiere']

export interface StageMark {
  readonly stage: Stage
  /** Null when it has not come, or when nobody may know yet. */
  readonly date: IsoDate | null
  readonly place: 'done' | 'now' | 'later'
}

export interface ProductionStatus {
  /** The newest stage that is known. */
  readonly latest: Lifted<Bulletin>
  readonly marks: readonly StageMark[]
}

/**
 * How far the newest season that is spoken of has come. A veiled bulletin says nothing, not even its
 * stage, so a stage behind the veil looks like one that has not come.
 *
 * @returns null when no bulletin names a stage
 */
export function productionStatus(bulletins: readonly Bulletin[]): ProductionStatus | null {
  const open = bulletins.filter((bulletin): bulletin is Lifted<Bulletin> => !bulletin.veiled)
  const staged = open.filter(({ stage }) => stage !== null)
  const season = Math.max(...staged.map((bulletin) => bulletin.season ?? 0))
  const ofSeason = WAY.map((stage) =>
    staged.find((bulletin) => bulletin.stage === stage && (bulletin.season ?? 0) === season),
  )
  const now = ofSeason.findLastIndex((bulletin) => bulletin !== undefined)
  const latest = ofSeason[now]
  if (!latest) return null
  return {
    latest,
    marks: WAY.map((stage, index) => ({
      stage,
      date: ofSeason[index]?.date ?? null,
      place: index === now ? 'now' : index < now ? 'done' : 'later',
    })),
  }
}
