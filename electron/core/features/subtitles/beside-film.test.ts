import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { EpisodeId, ItemId } from '@shared/ids'
import { besideFilm } from '@shared/subtitles/rules'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCore, testCore } from '../../../../tests/support/core'
import type { PlayerListener } from '../watch/players/player'

let folder: string
let core: TestCore
let listener: PlayerListener | null
let now: () => number
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entracte-test-'))
  listener = null
  core = testCore({
    connectPlayer: (_kind, _where, heard, pulse) => {
      listener = heard
      now = pulse
      return { play() {}, pause() {}, seek() {}, close() {} }
    },
  })
})
afterEach(() => {
  core.close()
  rmSync(folder, { recursive: true, force: true })
})

const LINES = '1\n00:00:01,000 --> 00:00:02,000\nBonjour.\n'
const write = (name: string, text = LINES) => writeFileSync(path.join(folder, name), text)

/** An evening with the show, in which mpv plays films from the folder. */
async function evening() {
  const { showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough: 3 })
  const episodeId = core.db.prepare('SELECT id FROM episode WHERE ordinal = 4').pluck().get() as EpisodeId
  await core.client.watch.savePlayer({ kind: 'mpv', enabled: true, address: '', user: '', secret: null })
  const play = (film: string) =>
    listener?.heard({
      name: 'mpv',
      file: film,
      place: path.join(folder, film),
      report: {
        positionMs: 0,
        at: now(),
        playing: true,
        rate: 1,
        preciseToMs: 0,
        durationMs: 1_500_000,
        ended: false,
      },
    })
  const found = () => core.client.subtitles.ofEpisode({ showId, episodeId })
  return { play, found, showId, episodeId }
}

describe('subtitles beside a film', () => {
  it('are taken when its player says where it is: the one in the language of the person is chosen', async () => {
    for (const name of [
      'emily.in.paris.s01e04.srt',
      'emily.in.paris.s01e04.fr.srt',
      'emily.in.paris.s01e04.en.vtt',
      'emily.in.paris.s01e05.srt',
      'emily.in.paris.s01e04.txt',
    ])
      write(name)
    write('emily.in.paris.s01e04.en.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n`)
    await core.client.settings.change({ language: 'fr' })
    const { found, play } = await evening()
    play('emily.in.paris.s01e04.mkv')
    await expect.poll(async () => (await found()).length).toBe(3)
    await expect
      .poll(async () => (await found()).find(({ chosen }) => chosen)?.name)
      .toBe('emily.in.paris.s01e04.fr.srt')
  })

  it('that were removed do not come back when it is played again', async () => {
    write('emily.in.paris.s01e04.srt')
    const { found, play: again } = await evening()
    again('emily.in.paris.s01e04.mkv')
    await expect.poll(async () => (await found()).length).toBe(1)
    await core.client.subtitles.remove({ subtitleId: (await found())[0]?.id as ItemId })
    // another film in between, so that the first is told of anew; a file that was not there before comes
    again('emily.in.paris.s01e05.mkv')
    write('emily.in.paris.s01e04.de.srt')
    again('emily.in.paris.s01e04.mkv')
    await expect
      .poll(async () => (await found()).map(({ name }) => name))
      .toEqual(['emily.in.paris.s01e04.de.srt'])
  })

  it('leave what was chosen', async () => {
    const { found, play: first, showId, episodeId } = await evening()
    const bytes = new TextEncoder().encode(LINES)
    await core.client.subtitles.add({ showId, episodeId, name: 'mine.srt', bytes }, {})
    write('emily.in.paris.s01e04.srt')
    first('emily.in.paris.s01e04.mkv')
    await expect.poll(async () => (await found()).length).toBe(2)
    expect((await found()).find(({ chosen }) => chosen)?.name).toBe('mine.srt')
  })

  it('that cannot be read, and folders that are not there, disturb nobody', async () => {
    write('emily.in.paris.s01e04.srt', 'A letter.')
    const { found, play } = await evening()
    play('emily.in.paris.s01e04.mkv')
    rmSync(folder, { recursive: true, force: true })
    play('emily.in.paris.s01e05.mkv')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await found()).toEqual([])
    expect(core.logged.join()).not.toContain(folder)
  })
})

describe('the names of files beside a film', () => {
  it('belong to it when they begin as it does, the best last', () => {
    const names = [
      'a.S01E04.srt',
      'a.s01e04.fr.srt',
      'a.s01e04.en.srt',
      'a.s01e040.srt',
      'a.s01e04.mkv',
      'b.srt',
    ]
    expect(besideFilm('a.s01e04.mkv', names, 'fr')).toEqual([
      'a.s01e04.en.srt',
      'a.S01E04.srt',
      'a.s01e04.fr.srt',
    ])
    expect(besideFilm('a.s01e04.mkv', names, 'en').at(-1)).toBe('a.s01e04.en.srt')
    expect(besideFilm('film', ['film.srt', 'film.de.vtt'], 'en')).toEqual(['film.de.vtt', 'film.srt'])
  })
})
