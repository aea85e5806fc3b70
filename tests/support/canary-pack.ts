import { Pack } from '../../shared/exchange/pack-schema'

/**
 * What a canary looks like: it names the episode after which it may be seen, and the moment of that episode if
 * it has one.
 */
export const canary = (stamp: number, place: string, fromMs: number | null = null): string =>
  `CANARY${stamp}M${fromMs ?? ''}X ${place}`

export interface Canary {
  readonly stamp: number
  readonly fromMs: number | null
  /** Where it sits: "title", "beat". */
  readonly place: string
}

/** A day that names the episode after which it may be seen: the first of January for an episode's own date. */
const dateCanary = (stamp: number, month: 1 | 2): string => `${3000 + stamp}-0${month}-01`

/** All canaries in a text. */
export const canariesIn = (text: string): Canary[] => [
  // with and without dashes: a calendar file writes days as one number
  ...[...text.matchAll(/\b3(\d{3})(?<dash>-?)0([12])\k<dash>01/g)].map(([, stamp, , month]) => ({
    stamp: Number(stamp),
    fromMs: null,
    place: month === '1' ? 'title' : 'bulletin',
  })),
  ...[...text.matchAll(/CANARY(\d+)M(\d*)X(?: ([a-z]+))?/gi)].map(([, stamp, fromMs, place]) => ({
    stamp: Number(stamp),
    fromMs: fromMs ? Number(fromMs) : null,
    place: place ?? '',
  })),
]

export interface Shape {
  /** Episodes per season. */
  readonly seasons: readonly number[]
  /** Adds to the stamp of the nth item, so that stamps do not only equal their episode. */
  readonly delay: (nth: number) => number
  /** Which ordinals are specials. */
  readonly special?: (ordinal: number) => boolean
  /** The moment at which the nth item opens within its episode, in milliseconds; null for its end. */
  readonly moment?: (nth: number) => number | null
}

/** Everybody is on screen from this moment of their first episode on, where items have moments at all. */
const ENTRANCE_MS = 1000

/** A pack that is sound, and in which every field that could spoil holds a canary. */
export function canaryPack({ seasons, delay, special = () => false, moment }: Shape): Pack {
  const last = seasons.reduce((sum, count) => sum + count, 0)
  let nth = 0
  const after = (ordinal: number): number => Math.min(last, ordinal + delay(nth++))
  const ordinals = Array.from({ length: last }, (_value, index) => index + 1)
  // a moment is for what opens with the very episode that shows it
  const momentOf = (stamp: number, episode: number): number | null => {
    const at = stamp === episode ? (moment?.(nth) ?? null) : null
    return at === null ? null : at + ENTRANCE_MS
  }
  const entrance = moment ? ENTRANCE_MS : null
  const sources = ['src']
  let ordinal = 0
  const firstBeats: { key: string; stamp: number }[] = []

  return Pack.parse({
    format: 'entracte-pack',
    formatVersion: 1,
    pack: {
      id: 'canaries',
      version: '1.0.0',
      language: 'en',
      title: 'Canaries',
      about: 'A made-up show for tests.',
      licence: 'MIT',
      asOf: '2021-05-03',
    },
    sources: { src: { title: 'A source' } },
    show: {
      title: 'Canaries',
      emphasis: null,
      creator: null,
      network: null,
      genre: null,
      premise: 'Birds in a mine.',
      firstAired: null,
      sources,
    },
    threads: ordinals.map((at) => {
      const stamp = after(at)
      return { key: `thread-${at}`, name: canary(stamp, 'thread'), safeAfter: stamp }
    }),
    people: ordinals.map((at) => ({ key: `person-${at}`, name: canary(at, 'actor', entrance) })),
    roles: ordinals.map((at) => ({
      key: `role-${at}`,
      name: canary(at, `role ${at}`, entrance),
      shortName: canary(at, `short ${at}`, entrance),
      person: `person-${at}`,
      group: 'recurring',
      tone: 'rouge',
      work: canary(at, 'work', entrance),
      firstEpisode: at,
      seenIn: [at],
      safeAfter: at,
      safeFromMs: entrance,
      facts: ordinals
        .filter((episode) => episode >= at)
        .map((episode) => {
          const stamp = after(episode)
          const safeFromMs = momentOf(stamp, episode)
          return {
            key: `fact-${at}-${episode}`,
            text: canary(stamp, 'fact', safeFromMs),
            episode,
            safeAfter: stamp,
            safeFromMs,
            sources,
          }
        }),
      sources,
    })),
    seasons: seasons.map((count, index) => ({
      number: index + 1,
      safeAfter: null,
      episodes: Array.from({ length: count }, (_value, at) => {
        ordinal += 1
        const place = ordinal
        const base = firstBeats.at(-1)
        return {
          key: `episode-${place}`,
          number: at + 1,
          ordinal: place,
          special: special(place),
          title: canary(place, 'title'),
          airDate: dateCanary(place, 1),
          runtimeMinutes: 25,
          standing: canary(place, 'standing'),
          sources,
          beats: [0, 1].map((which) => {
            const stamp = after(place)
            const safeFromMs = momentOf(stamp, place)
            if (which === 0) firstBeats.push({ key: `beat-${place}-0`, stamp })
            return {
              key: `beat-${place}-${which}`,
              text: canary(stamp, 'beat', safeFromMs),
              safeAfter: stamp,
              safeFromMs,
              buildsOn: base && base.stamp < stamp ? [base.key] : [],
              threads: [`thread-${place}`],
              roles: [`role-${place}`],
              sources,
            }
          }),
        }
      }),
    })),
    relationships: ordinals.slice(1).map((at) => {
      const stamp = after(at)
      const safeFromMs = momentOf(stamp, at)
      return {
        key: `line-${at}`,
        from: `role-${at}`,
        to: 'role-1',
        kind: 'loves',
        label: canary(stamp, 'line', safeFromMs),
        labelBack: canary(stamp, 'line back', safeFromMs),
        text: canary(stamp, 'line text', safeFromMs),
        since: at,
        until: null,
        safeAfter: stamp,
        safeFromMs,
        sources,
      }
    }),
    circles: ordinals.map((at) => {
      const stamp = after(at)
      return {
        key: `circle-${at}`,
        name: canary(stamp, 'circle'),
        safeAfter: stamp,
        members: ordinals.slice(0, at).map((member) => ({ role: `role-${member}`, safeAfter: at })),
      }
    }),
    orders: [
      { key: 'backwards', name: 'Backwards', episodes: ordinals.map((at) => `episode-${at}`).reverse() },
    ],
    bulletins: ordinals.map((at) => {
      const stamp = after(at)
      return {
        key: `bulletin-${at}`,
        kind: 'story',
        date: dateCanary(stamp, 2),
        season: 1,
        stage: null,
        headline: canary(stamp, 'headline'),
        text: canary(stamp, 'bulletin'),
        by: { name: canary(stamp, 'speaker'), role: canary(stamp, 'office') },
        safeAfter: stamp,
        sources,
      }
    }),
    audience: ordinals.map((at) => {
      const stamp = after(at)
      const text = canary(stamp, 'audience')
      return {
        key: `audience-${at}`,
        value: at,
        unit: 'people',
        windowDays: null,
        text,
        safeAfter: stamp,
        sources,
      }
    }),
    trackers: ordinals.map((at) => {
      const stamp = after(at)
      return {
        key: `tracker-${at}`,
        name: canary(stamp, 'tracker'),
        handle: canary(stamp, 'handle'),
        unit: canary(stamp, 'unit'),
        safeAfter: stamp,
        sources,
        readings: ordinals.map((episode) => {
          const readingStamp = after(episode)
          const safeFromMs = momentOf(readingStamp, episode)
          return {
            key: `reading-${at}-${episode}`,
            episode,
            point: canary(readingStamp, 'point', safeFromMs),
            value: null,
            words: canary(readingStamp, 'words', safeFromMs),
            note: canary(readingStamp, 'reading note', safeFromMs),
            safeAfter: readingStamp,
            safeFromMs,
            sources,
          }
        }),
      }
    }),
    questions: ordinals.map((at) => {
      const stamp = after(at)
      const answered = Math.min(last, at + 1)
      const answerStamp = Math.max(stamp, answered)
      return {
        key: `question-${at}`,
        kind: 'question',
        text: canary(stamp, 'question'),
        raised: at,
        safeAfter: stamp,
        answer: {
          episode: answered,
          text: canary(answerStamp, 'answer'),
          outcome: 'yes',
          safeAfter: answerStamp,
          sources,
        },
        sources,
      }
    }),
  })
}
