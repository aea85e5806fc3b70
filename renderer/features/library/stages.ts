import type { Bulletin } from '@shared/library/press-schema'
import type { Season } from '@shared/library/schema'
import type { IsoDate } from '@shared/time'
import type { Lifted } from '@shared/veil/schema'

type Open = Lifted<Bulletin>
type Stage = NonNullable<Open['stage']>

/** The way of a season to the screen, in its order. */
const WAY: readonly Stage[] = ['renewed', 'production', 'trailer', 'premiere']

export interface StageMark {
  readonly stage: Stage
  /** Null when it has not come, or when nobody knows, or may know yet. A date to come is known, too. */
  readonly date: IsoDate | null
  readonly place: 'done' | 'now' | 'later'
}

export interface SeasonStatus {
  readonly season: number
  /** The news of the stage that the season has reached; null when an air date says it, or no stage has come. */
  readonly latest: Open | null
  readonly marks: readonly StageMark[]
}

/** What is known of one stage: by the news, or by an air date. */
interface Known {
  readonly date: IsoDate | null
  readonly bulletin: Open | null
}

/** A season's first night, where its first episode's air date may be known. */
function firstNight(season: Season | undefined): Known | undefined {
  const details = season?.episodes[0]?.details
  return details && !details.veiled && details.airDate !== null
    ? { date: details.airDate, bulletin: null }
    : undefined
}

function statusOf(
  number: number,
  staged: readonly Open[],
  season: Season | undefined,
  today: IsoDate,
): SeasonStatus {
  const known = WAY.map((stage): Known | undefined => {
    const bulletin = staged.find((one) => one.stage === stage && (one.season ?? 0) === number)
    if (bulletin) return { date: bulletin.date, bulletin }
    return stage === 'premiere' ? firstNight(season) : undefined
  })
  // a stage whose day is still to come has not been reached
  const now = known.findLastIndex((one) => one !== undefined && (one.date === null || one.date <= today))
  return {
    season: number,
    latest: known[now]?.bulletin ?? null,
    marks: WAY.flatMap((stage, index): StageMark[] =>
      // a first season is not renewed, so there is nothing to be not known
      stage === 'renewed' && number === 1 && !known[index]
        ? []
        : [
            {
              stage,
              date: known[index]?.date ?? null,
              place: index === now ? 'now' : index < now ? 'done' : 'later',
            },
          ],
    ),
  }
}

/**
 * How far each season has come that may be known, the newest first. A veiled bulletin says nothing, not even its
 * stage, so a stage behind the veil looks like one that has not come.
 *
 * @param seasons the show's seasons, for the first nights of those that no news speaks of
 * @param today the calendar day where the person is
 */
export function seasonStatuses(
  bulletins: readonly Bulletin[],
  seasons: readonly Season[],
  today: IsoDate,
): SeasonStatus[] {
  const staged = bulletins.filter((one): one is Open => !one.veiled && one.stage !== null)
  const numbers = new Set(staged.map((bulletin) => bulletin.season ?? 0))
  for (const season of seasons) if (season.number > 0 && firstNight(season)) numbers.add(season.number)
  return [...numbers]
    .sort((a, b) => b - a)
    .map((number) =>
      statusOf(
        number,
        staged,
        seasons.find((season) => season.number === number),
        today,
      ),
    )
}

/**
 * How far the newest season that the news speaks of has come.
 *
 * @returns null when no bulletin names a stage
 */
export function productionStatus(bulletins: readonly Bulletin[], today: IsoDate): SeasonStatus | null {
  return seasonStatuses(bulletins, [], today)[0] ?? null
}
