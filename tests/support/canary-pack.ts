import { Pack } from '../../shared/exchange/pack-schema'

/** What a canary looks like: it names the episode after which it may be seen. */
export const canary = (stamp: number, place: string): string => `CANARY${stamp}X ${place}`

/** The stamps of all canaries in a text. */
export const canariesIn = (text: string): number[] =>
  [...text.matchAll(/CANARY(\d+)X/g)].map((match) => Number(match[1]))

export interface Shape {
  /** Episodes per season. */
  readonly seasons: readonly number[]
  /** Adds to the stamp of the nth item, so that stamps do not only equal their episode. */
  readonly delay: (nth: number) => number
}

/** A pack that is sound, and in which every field that could spoil holds a canary. */
export function canaryPack({ seasons, delay }: Shape): Pack {
  const last = seasons.reduce((sum, count) => sum + count, 0)
  let nth = 0
  const after = (ordinal: number): number => Math.min(last, ordinal + delay(nth++))
  const ordinals = Array.from({ length: last }, (_value, index) => index + 1)
  const sources = ['src']
  let ordinal = 0

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
    people: ordinals.map((at) => ({ key: `person-${at}`, name: canary(at, 'actor') })),
    roles: ordinals.map((at) => ({
      key: `role-${at}`,
      name: canary(at, `role ${at}`),
      shortName: canary(at, `short ${at}`),
      person: `person-${at}`,
      group: 'recurring',
      tone: 'rouge',
      work: canary(at, 'work'),
      firstEpisode: at,
      seenIn: [at],
      safeAfter: at,
      facts: ordinals
        .filter((episode) => episode >= at)
        .map((episode) => {
          const stamp = after(episode)
          return {
            key: `fact-${at}-${episode}`,
            text: canary(stamp, 'fact'),
            episode,
            safeAfter: stamp,
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
        return {
          key: `episode-${place}`,
          number: at + 1,
          ordinal: place,
          title: canary(place, 'title'),
          airDate: '2021-01-01',
          runtimeMinutes: 25,
          standing: canary(place, 'standing'),
          sources,
          beats: [0, 1].map((which) => {
            const stamp = after(place)
            return {
              key: `beat-${place}-${which}`,
              text: canary(stamp, 'beat'),
              safeAfter: stamp,
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
      return {
        key: `line-${at}`,
        from: `role-${at}`,
        to: 'role-1',
        kind: 'loves',
        label: canary(stamp, 'line'),
        labelBack: canary(stamp, 'line back'),
        text: canary(stamp, 'line text'),
        since: at,
        until: null,
        safeAfter: stamp,
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
        date: null,
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
          return {
            key: `reading-${at}-${episode}`,
            episode,
            point: canary(readingStamp, 'point'),
            value: null,
            words: canary(readingStamp, 'words'),
            note: canary(readingStamp, 'reading note'),
            safeAfter: readingStamp,
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
