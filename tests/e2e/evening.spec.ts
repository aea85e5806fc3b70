import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { NotePage } from '../../shared/notes/schema'
import type { PlayerKind, Watching } from '../../shared/watch/schema'
import { askMpv } from '../players/ask-mpv'
import {
  freePort,
  has,
  makeFilm,
  ordinaryUser,
  type Program,
  playersFolder,
  start,
  sweep,
  until,
} from '../players/programs'
import { ask, showIdOf, startWith } from './support/ask'
import { type LaunchedApp, launchApp } from './support/electron'

/** A player that plays a film, and what it says itself of where it is. */
interface Playing {
  readonly program: Program
  readonly address: string
  readonly secret: string | null
  /** Where the film is now, in milliseconds. */
  position(): Promise<number>
}

const SECRET = 'correct horse'

async function playInMpv(folder: string, film: string): Promise<Playing> {
  const socket = path.join(folder, 'mpv.sock')
  const args = [
    '--no-config',
    '--vo=null',
    '--ao=null',
    '--loop-file=no',
    `--input-ipc-server=${socket}`,
    film,
  ]
  const program = start('mpv', args)
  const ask = askMpv(socket)
  const position = async () => (await ask('time-pos')).value * 1000
  await until('mpv', async () => (await position()) > 0)
  return { program, address: socket, secret: null, position }
}

async function playInVlc(folder: string, film: string): Promise<Playing> {
  const port = await freePort()
  const program = start(
    'cvlc',
    [
      ...['--no-dbus', '--vout', 'dummy', '--aout', 'dummy', '--extraintf', 'http'],
      ...['--http-host', '127.0.0.1', '--http-port', String(port), '--http-password', SECRET, film],
    ],
    ordinaryUser(folder),
  )
  const authorization = `Basic ${Buffer.from(`:${SECRET}`).toString('base64')}`
  const position = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/requests/status.json`, {
      headers: { authorization },
    })
    const { position, length } = await answer.json()
    return position * length * 1000
  }
  await until('VLC', async () => (await position()) > 0)
  return { program, address: `127.0.0.1:${port}`, secret: SECRET, position }
}

const PLAYERS: readonly { kind: PlayerKind; program: string; play: typeof playInMpv; offMs: number }[] = [
  { kind: 'mpv', program: 'mpv', play: playInMpv, offMs: 400 },
  // VLC says where it is in steps of its own, and late
  { kind: 'vlc', program: 'cvlc', play: playInVlc, offMs: 1200 },
]

/** Found beside the film. */
const BESIDE = '1\n00:00:00,200 --> 00:01:29,000\nVous êtes en retard.\n'

const line = (page: Page) => page.getByRole('combobox', { name: 'Note at this moment' })
const notesOf = async (page: Page) => {
  const showId = await showIdOf(page)
  const wanted = { showId, search: '', kinds: [], tags: [], episodeId: null, order: 'episode', offset: 0 }
  return (await ask<NotePage>(page, 'notes.list', wanted)).rows
}

for (const { kind, program, play, offMs } of PLAYERS) {
  test.describe(`an evening with ${kind}`, () => {
    test.skip(!has(program) || !has('ffmpeg'), `${program} and ffmpeg are not on this machine`)
    let folder: string
    let userData: string
    let film: Playing | null = null
    let launched: LaunchedApp | null = null
    test.beforeEach(async () => {
      folder = playersFolder()
      userData = await mkdtemp(path.join(tmpdir(), 'entracte-test-'))
    })
    test.afterEach(async () => {
      await launched?.close().catch(() => undefined)
      await film?.program.end()
      sweep(folder)
      await rm(userData, { recursive: true, force: true, maxRetries: 5 })
    })

    test('notes through the overlay while the film plays, a crash in mid-sentence, and every note is there', async () => {
      await writeFile(path.join(folder, 'emily.s02e01.fr.srt'), BESIDE)
      const playing = await play(folder, makeFilm(folder, 90, 'emily.s02e01.mkv'))
      film = playing
      launched = await launchApp({ userData })
      const { app, page } = launched
      await app.context().tracing.start({ screenshots: true, snapshots: false })
      await startWith(page, '1')
      const { address, secret } = playing
      await ask(page, 'watch.savePlayer', { kind, address, secret, user: '', enabled: true })
      await page.keyboard.press('Control+4')
      await expect(page.getByText(/Season 2, episode 1/)).toBeVisible({ timeout: 15_000 })
      await expect(page.getByText(/^Playing in/)).toBeVisible({ timeout: 15_000 })

      await expect(page.getByText('Vous êtes en retard.')).toBeVisible()
      const opening = app.waitForEvent('window')
      await page.keyboard.press('Control+m')
      const strip = await opening
      const wrote: { readonly words: string; readonly at: number }[] = []
      for (const words of ['Luc has told us the ending', 'Sylvie is not amused', 'Who dressed her']) {
        await expect(line(strip)).toBeFocused()
        await strip.keyboard.press(words.charAt(0))
        const at = await playing.position()
        await strip.keyboard.type(words.slice(1), { delay: 30 })
        await strip.keyboard.press('Enter')
        await expect(strip.getByRole('status')).toHaveText(/^Kept at/)
        await expect(line(strip)).toHaveValue('')
        wrote.push({ words, at })
        await strip.waitForTimeout(300)
      }
      await strip.keyboard.type('and then the doorbell', { delay: 20 })
      // the second in which a draft gets to disk
      await strip.waitForTimeout(1000)
      await strip.keyboard.type(' rang')
      await app.context().tracing.stop({ path: `test-results/evening-${kind}.zip` })
      app.process().kill('SIGKILL')
      await launched.close().catch(() => undefined)

      launched = await launchApp({ userData })
      const after = launched.page
      await after.getByRole('heading', { level: 1, name: 'Emily in Paris' }).waitFor()
      const found = await notesOf(after)
      expect(found.map(({ excerpt }) => excerpt)).toEqual(wrote.map(({ words }) => words))
      for (const [index, { at }] of wrote.entries())
        expect(Math.abs((found[index]?.atMs ?? 0) - at), `note ${index + 1}`).toBeLessThan(offMs)
      await after.keyboard.press('Control+4')
      await expect(line(after)).toHaveValue(/^and then the doorbell/)

      // and the player goes where a note is
      await expect.poll(async () => (await ask<Watching>(after, 'watch.now')).byHand).toBe(false)
      await after.getByRole('list', { name: 'Notes so far' }).getByRole('button').first().click()
      const first = found[0]?.atMs ?? 0
      await expect.poll(async () => Math.abs((await playing.position()) - first)).toBeLessThan(4000)
      expect(launched.problems).toEqual([])
    })
  })
}
