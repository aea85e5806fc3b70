import type { Report } from '@shared/watch/rules'
import { z } from 'zod'
import { closed } from './closed'
import { basicAuth, jsonOf, PlayerError, webAddress, webClient } from './http'
import { localPlace, mediaName, numberedName, shortName } from './media-name'
import type { PlayerAddress, PlayerConnection, PlayerListener, PlayerNews } from './player'
import { afterStop, polled } from './polled'

// Kodi's JSON-RPC over HTTP: https://kodi.wiki/view/JSON-RPC_API/v13

export const KODI_USUAL = 'http://127.0.0.1:8080'

/** Kodi's time moves five times a second. */
const PRECISE_MS = 200

const Time = z
  .looseObject({
    hours: z.int().min(0),
    minutes: z.int().min(0),
    seconds: z.int().min(0),
    milliseconds: z.int().min(0),
  })
  .transform(
    ({ hours, minutes, seconds, milliseconds }) =>
      ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds,
  )
const Players = z.array(z.looseObject({ playerid: z.int(), type: z.string() }))
const Properties = z.looseObject({ time: Time, totaltime: Time, speed: z.number() })
const Item = z.looseObject({
  item: z.looseObject({
    label: z.string().catch(''),
    file: z.string().catch(''),
    showtitle: z.string().catch(''),
    season: z.int().catch(-1),
    episode: z.int().catch(-1),
  }),
})
const Answers = z.array(
  z.looseObject({ jsonrpc: z.literal('2.0'), id: z.int(), result: z.unknown().optional() }),
)
const Answered = z.looseObject({ jsonrpc: z.literal('2.0'), result: z.unknown().optional() })

const timeOf = (ms: number) => ({
  hours: Math.floor(ms / 3_600_000),
  minutes: Math.floor(ms / 60_000) % 60,
  seconds: Math.floor(ms / 1000) % 60,
  milliseconds: Math.floor(ms) % 1000,
})

const nameOf = ({ item }: z.infer<typeof Item>): string | null => {
  if (item.showtitle !== '' && item.season >= 0 && item.episode >= 0)
    return numberedName(item.showtitle, item.season, item.episode)
  return item.file === '' ? shortName(item.label) : mediaName(item.file)
}

/** Connects to Kodi's web server. */
export function connectKodi(
  { address, user, secret }: PlayerAddress,
  listener: PlayerListener,
  now: () => number,
): PlayerConnection {
  let url: URL
  try {
    url = new URL('jsonrpc', webAddress(address, KODI_USUAL))
  } catch {
    return closed('address', listener)
  }
  const client = webClient(url)
  const headers = {
    'content-type': 'application/json',
    ...(user !== '' || secret !== '' ? { authorization: basicAuth(user, secret) } : {}),
  }
  let playerId = 1
  let last: PlayerNews | null = null

  const post = async (body: unknown): Promise<unknown> =>
    jsonOf(await client.ask({ url, method: 'POST', headers, body: JSON.stringify(body) }))
  const call = (method: string, params?: object) =>
    post({ jsonrpc: '2.0', id: 1, method, ...(params && { params }) })

  const idle = (): PlayerNews => {
    // when a film is over Kodi has no player any more
    const report = afterStop(last?.report ?? null, now())
    return last && report ? { ...last, report } : { name: 'Kodi', file: null, report: null }
  }

  const playing = async (id: number): Promise<PlayerNews> => {
    const askedAt = now()
    const answers = Answers.safeParse(
      await post([
        {
          jsonrpc: '2.0',
          id: 1,
          method: 'Player.GetProperties',
          params: { playerid: id, properties: ['time', 'totaltime', 'speed'] },
        },
        {
          jsonrpc: '2.0',
          id: 2,
          method: 'Player.GetItem',
          params: { playerid: id, properties: ['file', 'showtitle', 'season', 'episode'] },
        },
      ]),
    )
    if (!answers.success) throw new PlayerError('stranger')
    const result = (nth: number): unknown => answers.data.find((answer) => answer.id === nth)?.result
    const properties = Properties.safeParse(result(1))
    const item = Item.safeParse(result(2))
    // it has stopped between the two questions
    if (!properties.success || !item.success) return idle()
    const { time, totaltime, speed } = properties.data
    const report: Report = {
      positionMs: time,
      at: (askedAt + now()) / 2,
      // while it winds back it does not play; each look says where it is
      playing: speed > 0,
      rate: speed > 0 ? speed : 1,
      preciseToMs: PRECISE_MS,
      durationMs: totaltime > 0 ? totaltime : null,
      ended: false,
    }
    const place = localPlace(item.data.item.file)
    return { name: 'Kodi', file: nameOf(item.data), ...(place && { place }), report }
  }

  const look = polled(async () => {
    const answered = Answered.safeParse(await call('Player.GetActivePlayers'))
    const players = Players.safeParse(answered.data?.result)
    if (!players.success) throw new PlayerError('stranger')
    const found = players.data.find(({ type }) => type === 'video')
    if (found) playerId = found.playerid
    last = found ? await playing(found.playerid) : idle()
    return last
  }, listener)

  return {
    play: () => look.tell(call('Player.PlayPause', { playerid: playerId, play: true })),
    pause: () => look.tell(call('Player.PlayPause', { playerid: playerId, play: false })),
    seek: (positionMs) =>
      look.tell(call('Player.Seek', { playerid: playerId, value: { time: timeOf(positionMs) } })),
    close() {
      look.close()
      client.close()
    },
  }
}
