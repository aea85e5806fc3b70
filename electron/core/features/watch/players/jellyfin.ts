import type { Report } from '@shared/watch/rules'
import { z } from 'zod'
import { closed } from './closed'
import { jsonOf, PlayerError, webAddress, webClient } from './http'
import { mediaName, numberedName, shortName } from './media-name'
import type { PlayerAddress, PlayerConnection, PlayerListener, PlayerNews } from './player'
import { afterStop, polled } from './polled'

// Jellyfin's sessions: https://api.jellyfin.org/#tag/Session

export const JELLYFIN_USUAL = 'http://127.0.0.1:8096'

/** Jellyfin counts time in ticks of 100 nanoseconds. */
const TICKS_PER_MS = 10_000
/** A check-in that is older says nothing about now. */
const STALE_MS = 60_000
/** A position is as old as the player's last word to the server, and how old that is comes in whole seconds. */
const PRECISE_MS = 1000

const Session = z.looseObject({
  Id: z.string().min(1).max(200),
  UserName: z.string().nullish(),
  DeviceName: z.string().nullish(),
  LastPlaybackCheckIn: z.string().nullish(),
  PlayState: z
    .looseObject({
      PositionTicks: z.number().min(0).nullish(),
      IsPaused: z.boolean().nullish(),
      PlaybackRate: z.number().positive().nullish(),
    })
    .nullish(),
  NowPlayingItem: z
    .looseObject({
      Id: z.string().nullish(),
      Name: z.string().nullish(),
      Path: z.string().nullish(),
      SeriesName: z.string().nullish(),
      ParentIndexNumber: z.int().nullish(),
      IndexNumber: z.int().nullish(),
      RunTimeTicks: z.number().min(0).nullish(),
    })
    .nullish(),
})
type Session = z.infer<typeof Session>
const Sessions = z.array(Session)

const nameOf = (item: NonNullable<Session['NowPlayingItem']>): string | null => {
  const {
    SeriesName: series,
    ParentIndexNumber: season,
    IndexNumber: episode,
    Path: place,
    Name: name,
  } = item
  if (series && season != null && episode != null) return numberedName(series, season, episode)
  return place ? mediaName(place) : name ? shortName(name) : null
}

/** Connects to a Jellyfin server by an API key, and follows what one of its users, or anybody, plays. */
export function connectJellyfin(
  { address, user, secret }: PlayerAddress,
  listener: PlayerListener,
  now: () => number,
): PlayerConnection {
  let url: URL
  try {
    url = webAddress(address, JELLYFIN_USUAL)
  } catch {
    return closed('address', listener)
  }
  const client = webClient(url)
  const token = secret.replace(/[^\x21-\x7e]|"/g, '')
  const headers = {
    authorization: `MediaBrowser Client="Entracte", Device="Entracte", DeviceId="entracte", Version="1", Token="${token}"`,
  }
  let session: string | null = null
  let last: { readonly mark: string; readonly report: Report } | null = null
  let said: PlayerNews = { name: 'Jellyfin', file: null, report: null }

  /** Whose session is followed: the same as before as long as it plays, else one that plays, else one that has something on. */
  const choose = (sessions: readonly Session[]): Session | undefined => {
    const mine = sessions.filter(
      ({ UserName, NowPlayingItem }) =>
        NowPlayingItem && (user === '' || UserName?.toLowerCase() === user.toLowerCase()),
    )
    const runs = mine.filter(({ PlayState }) => PlayState?.IsPaused !== true)
    const same = ({ Id }: Session) => Id === session
    return runs.find(same) ?? runs[0] ?? mine.find(same) ?? mine[0]
  }

  /** How old a position is, by the server's own two clocks; 0 when it does not say. */
  const ageOf = ({ LastPlaybackCheckIn: checkedIn }: Session, date: string | undefined): number => {
    const age = Date.parse(date ?? '') - Date.parse(checkedIn ?? '')
    return age > 0 && age < STALE_MS ? age : 0
  }

  const look = polled(async () => {
    const answer = await client.ask({ url: new URL('Sessions', url), headers })
    const sessions = Sessions.safeParse(jsonOf(answer))
    if (!sessions.success) throw new PlayerError('stranger')
    const found = choose(sessions.data)
    const item = found?.NowPlayingItem
    session = found?.Id ?? null
    if (!found || !item) {
      last = null
      // a session that has come to the end of its film says no more than one that was stopped
      const report = afterStop(said.report, now())
      said = report ? { ...said, report } : { name: 'Jellyfin', file: null, report: null }
      return said
    }
    const state = found.PlayState
    // a position is news only when the player has told the server something; until then it counts on
    const mark = JSON.stringify([
      found.Id,
      item.Id,
      state?.PositionTicks,
      state?.IsPaused,
      found.LastPlaybackCheckIn,
    ])
    if (last?.mark !== mark) {
      const playing = state?.IsPaused !== true
      const age = playing ? ageOf(found, answer.headers.date) : 0
      const report = {
        positionMs: (state?.PositionTicks ?? 0) / TICKS_PER_MS,
        at: now() - age,
        playing,
        rate: state?.PlaybackRate ?? 1,
        preciseToMs: PRECISE_MS,
        durationMs: item.RunTimeTicks ? Math.round(item.RunTimeTicks / TICKS_PER_MS) : null,
        ended: false,
      }
      last = { mark, report }
    }
    said = {
      name: found.DeviceName ? (shortName(found.DeviceName) ?? 'Jellyfin') : 'Jellyfin',
      file: nameOf(item),
      report: last.report,
    }
    return said
  }, listener)

  const tell = (path: string, search = ''): void => {
    if (session === null) return
    const to = new URL(`Sessions/${encodeURIComponent(session)}/Playing/${path}`, url)
    to.search = search
    look.tell(client.ask({ url: to, method: 'POST', headers }))
  }
  return {
    play: () => tell('Unpause'),
    pause: () => tell('Pause'),
    seek: (positionMs) => tell('Seek', `seekPositionTicks=${Math.round(positionMs * TICKS_PER_MS)}`),
    close() {
      look.close()
      client.close()
    },
  }
}
