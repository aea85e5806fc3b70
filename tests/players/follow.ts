import { connectPlayer } from '../../electron/core/features/watch/players/connect'
import type {
  PlayerAddress,
  PlayerConnection,
  PlayerNews,
} from '../../electron/core/features/watch/players/player'
import type { PlayerTrouble } from '../../shared/watch/player-schema'
import type { Report } from '../../shared/watch/rules'
import type { PlayerKind } from '../../shared/watch/schema'
import { until } from './programs'

export interface Followed {
  readonly connection: PlayerConnection
  readonly told: readonly PlayerNews[]
  news(): PlayerNews | null
  trouble(): PlayerTrouble | null
  /** Where the player is now by its last report, counted on. */
  position(): number
  /** Waits for a report of a kind. */
  report(what: string, fits: (report: Report) => boolean): Promise<Report>
}

const open: PlayerConnection[] = []
/** Closes every connection that a test has opened. */
export const closeAll = (): void => {
  for (const connection of open.splice(0)) connection.close()
}

/** Connects to a player as the app does, and keeps what it says. */
export function followPlayer(kind: PlayerKind, where: Partial<PlayerAddress>): Followed {
  const told: PlayerNews[] = []
  let trouble: PlayerTrouble | null = null
  const address = { address: '', user: '', secret: '', ...where }
  const connection = connectPlayer(
    kind,
    address,
    {
      heard: (news) => told.push(news),
      gone: (why) => {
        trouble = why
      },
    },
    () => performance.now(),
  )
  open.push(connection)
  const news = () => told.at(-1) ?? null
  return {
    connection,
    told,
    news,
    trouble: () => trouble,
    position() {
      const report = news()?.report
      if (!report) throw new Error('nothing is on')
      return report.positionMs + (report.playing ? (performance.now() - report.at) * report.rate : 0)
    },
    report: (what, fits) =>
      until(what, () => {
        if (trouble) throw new Error(`${kind} is gone: ${trouble}`)
        const report = news()?.report
        return report && fits(report) && report
      }),
  }
}
