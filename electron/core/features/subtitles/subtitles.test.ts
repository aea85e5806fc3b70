import type { EpisodeId, ShowId } from '@shared/ids'
import { languageInName, saysEnough } from '@shared/subtitles/rules'
import type { Spoken } from '@shared/subtitles/schema'
import type { Ms } from '@shared/time'
import { afterEach, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '../../../../tests/support/core'

const open: TestCore[] = []
afterEach(() => {
  for (const core of open.splice(0)) core.close()
})

const stamp = (ms: number): string => new Date(ms).toISOString().slice(11, 23).replace('.', ',')
const srt = (...lines: (readonly [number, string])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    lines.map(([at, text], n) => `${n + 1}\n${stamp(at)} --> ${stamp(at + 2000)}\n${text}\n`).join('\n'),
  )
const FILE = srt(
  [10_000, 'Keep this one.'],
  [60_000, 'It is not my problem.'],
  [600_000, 'The watch is gone.'],
)

async function stage(watchedThrough = 3) {
  const core = testCore()
  open.push(core)
  const { showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough })
  const episode = (ordinal: number) =>
    core.db.prepare('SELECT id FROM episode WHERE ordinal = ?').pluck().get(ordinal) as EpisodeId
  const add = (ordinal: number, bytes = FILE, name = 'emily.fr.srt') =>
    core.client.subtitles.add({ showId, episodeId: episode(ordinal), name, bytes }, {})
  const texts = async (ordinal: number) => {
    const [file] = await core.client.subtitles.ofEpisode({ showId, episodeId: episode(ordinal) })
    if (!file) return null
    return (await core.client.subtitles.lines({ subtitleId: file.id, offset: 0 })).rows.map(
      ({ text }) => text,
    )
  }
  return { ...core, showId: showId as ShowId, episode, add, texts }
}
const ms = (n: number) => n as Ms

describe('subtitles of an episode', () => {
  it('are read with their language, format and encoding, and the newest is taken', async () => {
    const { add, client, showId, episode } = await stage()
    const first = await add(2)
    expect(first).toMatchObject({ language: 'fr', format: 'srt', encoding: 'utf-8', cues: 3, chosen: true })
    const second = await add(2, FILE, 'emily.srt')
    expect(await client.subtitles.ofEpisode({ showId, episodeId: episode(2) })).toMatchObject([
      { id: first.id, chosen: false },
      { id: second.id, chosen: true, language: null },
    ])
  })

  it('are all open in an episode that was seen, and none in a later one', async () => {
    const { add, texts } = await stage()
    await add(2)
    await add(5)
    expect(await texts(2)).toHaveLength(3)
    expect(await texts(5)).toEqual([])
  })

  it('open line by line while the next episode runs', async () => {
    const { add, texts, client, showId, episode, pass } = await stage()
    await add(4)
    await client.watch.open({ showId, episodeId: episode(4) })
    expect(await texts(4)).toEqual([])
    await client.watch.play()
    pass(65_000)
    expect(await texts(4)).toEqual(['Keep this one.', 'It is not my problem.'])
  })

  it('are told line by line as the clock passes them', async () => {
    const { add, client, showId, episode, pass, said } = await stage()
    await add(4)
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.play()
    said.length = 0
    pass(63_000)
    const told = said.flatMap((message) =>
      message.kind === 'event' && message.name === 'subtitles.spoken' ? [message.payload as Spoken] : [],
    )
    expect(told.map(({ line, now }) => [line?.text ?? null, now])).toEqual([
      [null, false],
      ['Keep this one.', true],
      ['Keep this one.', false],
      ['It is not my problem.', true],
      ['It is not my problem.', false],
    ])
  })

  it('are found by their words, as far as they have been spoken', async () => {
    const { add, client, showId } = await stage()
    await add(3)
    await add(6)
    const found = await client.subtitles.search({ showId, words: 'watch' })
    expect(found.map(({ text, fromMs }) => [text, fromMs])).toEqual([['The watch is gone.', 600_000]])
  })

  it('tell where in the episode a line is that was just heard, to who can say what it says', async () => {
    const { add, client, showId, episode } = await stage()
    await add(4)
    const heard = (words: string) => client.subtitles.heard({ showId, episodeId: episode(4), words })
    expect(await heard('watch gone')).toEqual([])
    await client.watch.open({ showId, episodeId: episode(4) })
    expect(await heard('watch gone')).toMatchObject([{ fromMs: 600_000, text: 'The watch is gone.' }])
    expect(await heard('the')).toEqual([])
    expect(await heard('watch problem')).toEqual([])
  })

  it('are heard in what is on or was seen, those closest to the clock first', async () => {
    const { add, client, showId, episode } = await stage()
    const often = srt(...Array.from({ length: 100 }, (_, n) => [n * 10_000, `No problem at ${n}.`] as const))
    await add(2, often)
    await add(4, often)
    await add(5, often)
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.setTime({ positionMs: ms(704_000) })
    const heard = async (ordinal: number) => {
      const words = 'no problem'
      return (await client.subtitles.heard({ showId, episodeId: episode(ordinal), words })).map(({ n }) => n)
    }
    const near = await heard(4)
    expect(near.slice(0, 5)).toEqual([70, 71, 69, 72, 68])
    expect(near).toHaveLength(20)
    expect((await heard(2)).slice(0, 3)).toEqual([0, 1, 2])
    expect(await heard(5)).toEqual([])
  })

  it('say when somebody speaks, as far as the episode has run', async () => {
    const { add, client, showId, episode } = await stage()
    await add(4)
    await client.watch.open({ showId, episodeId: episode(4) })
    await client.watch.setTime({ positionMs: ms(61_000) })
    expect(await client.subtitles.speech({ showId, episodeId: episode(4) })).toEqual({
      spans: [
        [10_000, 12_000],
        [60_000, 62_000],
      ],
    })
  })

  it('can be removed and brought back; another file steps in', async () => {
    const { add, client, showId, episode } = await stage()
    const first = await add(2)
    const second = await add(2, FILE, 'second.srt')
    await client.subtitles.remove({ subtitleId: second.id })
    const left = await client.subtitles.ofEpisode({ showId, episodeId: episode(2) })
    expect(left).toMatchObject([{ id: first.id, chosen: true }])
    await client.subtitles.restore({ subtitleId: second.id })
    expect(await client.subtitles.ofEpisode({ showId, episodeId: episode(2) })).toMatchObject([
      { id: first.id, chosen: false },
      { id: second.id, chosen: true },
    ])
  })

  it('leave nothing behind when they cannot be read, are too large, or are cancelled', async () => {
    const { call, db, showId, episode, newId } = await stage()
    const add = (bytes: Uint8Array, name: string) =>
      call('subtitles.add', { showId, episodeId: episode(2), name, bytes }, newId())
    expect(await add(new TextEncoder().encode('A letter.'), 'x.srt')).toMatchObject({
      error: { code: 'subtitles-unreadable' },
    })
    expect(await add(new Uint8Array(9_000_000), 'x.srt')).toMatchObject({
      error: { code: 'subtitles-too-large' },
    })
    const bomb = new TextEncoder().encode('00:00:01,000 --> 00:00:02,000\nx\n\n'.repeat(60_000))
    expect(await add(bomb, 'x.srt')).toMatchObject({ error: { code: 'subtitles-too-large' } })
    const long = srt(...Array.from({ length: 2000 }, (_value, n) => [n * 3000, `Line ${n}`] as const))
    const taskId = newId()
    const running = call(
      'subtitles.add',
      { showId, episodeId: episode(2), name: 'x.srt', bytes: long },
      taskId,
    )
    await new Promise((resolve) => setTimeout(resolve, 5))
    await call('tasks.cancel', { taskId })
    expect(await running).toMatchObject({ error: { code: 'cancelled' } })
    expect(
      db.prepare('SELECT (SELECT count(*) FROM subtitle) + (SELECT count(*) FROM cue)').pluck().get(),
    ).toBe(0)
  })

  it('use the index of words and the range of the file, not a walk over all lines', () => {
    const core = testCore()
    open.push(core)
    const plan = core.db
      .prepare(
        "EXPLAIN QUERY PLAN SELECT rowid FROM cue_text WHERE cue_text MATCH 'x' AND rowid BETWEEN 1 AND 9",
      )
      .all()
    expect(JSON.stringify(plan)).toMatch(/VIRTUAL TABLE INDEX \d+:[^"]*[<>]/)
  })
})

describe('the name of a subtitle file', () => {
  it('tells its language, where players look for it', () => {
    expect(languageInName('emily.s01e07.fr.srt')).toBe('fr')
    expect(languageInName('emily.pt-BR.forced.vtt')).toBe('pt-BR')
    expect(languageInName('emily.s01e07.srt')).toBeNull()
    expect(languageInName('fr.srt')).toBeNull()
  })

  it.each([
    ['film.eng.srt', 'en'],
    ['film.fre.srt', 'fr'],
    ['film.fra.srt', 'fr'],
    ['film.ger.ass', 'de'],
    ['film.EN.srt', 'en'],
    ['film.PT_br.srt', 'pt-BR'],
    ['film.zh-hans.srt', 'zh-Hans'],
    ['film.fil.srt', 'fil'],
    ['film.en.sdh.srt', 'en'],
    ['film.en.hi.srt', 'en'],
    ['film.fr.CC.srt', 'fr'],
    ['film.eng.sdh.forced.srt', 'en'],
    ['film.fr.default.srt', 'fr'],
    ['film.hi.srt', 'hi'],
    ['film.hi.forced.srt', 'hi'],
    ['film.sdh.srt', null],
    ['film.cc.srt', null],
    ['film.forced.srt', null],
    ['emily.in.srt', null],
    ['emily.in.paris.srt', null],
    ['all.of.us.srt', null],
    ['it.is.late.srt', null],
    ['film.x--y.srt', null],
    ['film..srt', null],
  ])('of %s says %s', (name, language) => {
    expect(languageInName(name)).toBe(language)
  })
})

describe('words that were heard', () => {
  it('say enough with two of them or a long one', () => {
    expect(['the', 'it is', 'watch', 'gone', 'a b', ''].map(saysEnough)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
