import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EpisodeId, ItemId, type ShowId } from '../../../../shared/ids'
import type { ReadingDraft } from '../../../../shared/library/press-schema'
import type { Ms } from '../../../../shared/time'
import { Reach } from '../../../../shared/veil/schema'
import { START_MS, type TestCore, testCore } from '../../../../tests/support/core'

let core: TestCore
let showId: ShowId
const start = async (watchedThrough: 0 | 10) => {
  core = testCore()
  ;({ showId } = await core.client.exchange.start({ packId: 'emily-in-paris', watchedThrough }))
}
beforeEach(() => start(10))
afterEach(() => core.close())

const readAsOf = (reach: number) => core.client.library.setReading({ showId, reach: Reach.parse(reach) })
const press = () => core.client.library.press({ showId })
const episodeId = (ordinal: number) =>
  core.db.prepare('SELECT id FROM episode WHERE ordinal = ?').pluck().get(ordinal) as EpisodeId
const followersId = () => core.db.prepare('SELECT id FROM tracker').pluck().get() as ItemId
const open = <T extends { veiled: boolean }>(list: readonly T[]) =>
  list.filter((one): one is Extract<T, { veiled: false }> => !one.veiled)
const trackerOf = async (name: string | RegExp) =>
  open((await press()).trackers).find((tracker) => tracker.name.match(name))
const mineOf = async (name: string | RegExp) =>
  open((await trackerOf(name))?.readings ?? []).filter(({ mine }) => mine)

function draft(ordinal: number, change: Partial<ReadingDraft> = {}): ReadingDraft {
  return {
    id: ItemId.parse(core.newId()),
    showId,
    trackerId: followersId(),
    newTracker: null,
    episodeId: episodeId(ordinal),
    atMs: 761_000 as Ms,
    point: 'on her phone',
    value: 20_000,
    words: null,
    note: 'Read over her shoulder.',
    ...change,
  }
}
const croissants = (ordinal: number, change: Partial<ReadingDraft> = {}) =>
  draft(ordinal, {
    trackerId: ItemId.parse(core.newId()),
    newTracker: { name: 'Croissants eaten', unit: 'croissants' },
    value: 2,
    ...change,
  })

describe('a reading of one’s own', () => {
  it('stands beside those of the pack, with its moment, and is said to be one’s own', async () => {
    await core.client.library.saveReading(draft(5))
    const [reading] = await mineOf('followers')
    expect(reading).toMatchObject({ ordinal: 5, value: 20_000, atMs: 761_000, point: 'on her phone' })
    expect(open((await trackerOf('followers'))?.readings ?? []).filter(({ mine }) => !mine)).toHaveLength(8)
  })

  it('saved twice is there once, and can be changed', async () => {
    const saved = draft(5)
    await core.client.library.saveReading(saved)
    await core.client.library.saveReading(saved)
    await core.client.library.saveReading({ ...saved, value: null, words: 'about twenty thousand' })
    expect(await mineOf('followers')).toMatchObject([{ value: null, words: 'about twenty thousand' }])
  })

  it('can be removed, and brought back', async () => {
    const saved = draft(5)
    await core.client.library.saveReading(saved)
    await core.client.library.removeReading({ readingId: saved.id })
    expect(await mineOf('followers')).toEqual([])
    await core.client.library.restoreReading({ readingId: saved.id })
    expect(await mineOf('followers')).toHaveLength(1)
  })

  it('opens one episode ahead of the line, and not when the line was moved back', async () => {
    await core.client.library.setWatched({
      showId,
      episodeId: episodeId(5),
      watched: false,
      through: true,
    })
    await core.client.library.saveReading(draft(5))
    await core.client.library.saveReading(draft(6))
    expect((await mineOf('followers')).map(({ ordinal }) => ordinal)).toEqual([5])
    await readAsOf(3)
    expect(await mineOf('followers')).toEqual([])
  })

  it('cannot take the place of one that came with a pack, nor change or remove it', async () => {
    const before = JSON.stringify(await press())
    const theirs = core.db.prepare('SELECT id FROM reading WHERE mine = 0').pluck().get() as ItemId
    await expect(core.client.library.saveReading(draft(1, { id: theirs }))).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(core.client.library.removeReading({ readingId: theirs })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(JSON.stringify(await press())).toBe(before)
  })

  it('is a number or words', async () => {
    await expect(
      core.client.library.saveReading(draft(5, { value: null, words: '  ' })),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('cannot be put into a tracker of no show, or at an episode of another one', async () => {
    const nowhere = ItemId.parse(core.newId())
    for (const change of [{ trackerId: nowhere }, { episodeId: nowhere as unknown as EpisodeId }])
      await expect(core.client.library.saveReading(draft(5, change))).rejects.toMatchObject({
        code: 'not-found',
      })
  })
})

describe('a tracker of one’s own', () => {
  it('begins with its first reading, and opens with it', async () => {
    await core.client.library.saveReading(croissants(4))
    expect(await trackerOf('Croissants')).toMatchObject({ mine: true, unit: 'croissants' })
    await readAsOf(3)
    expect(await trackerOf('Croissants')).toBeUndefined()
    expect(JSON.stringify(await press())).not.toContain('roissant')
  })

  it('opens earlier when an earlier reading is added', async () => {
    const first = croissants(4)
    await core.client.library.saveReading(first)
    await core.client.library.saveReading(draft(2, { trackerId: first.trackerId }))
    await readAsOf(2)
    expect(open((await trackerOf('Croissants'))?.readings ?? [])).toHaveLength(1)
  })

  it('can be renamed, removed with its readings, and brought back as it was', async () => {
    const first = croissants(4)
    const { trackerId } = first
    const second = draft(5, { trackerId })
    await core.client.library.saveReading(first)
    await core.client.library.saveReading(second)
    const third = draft(6, { trackerId })
    await core.client.library.saveReading(third)
    await core.client.library.removeReading({ readingId: third.id })
    await core.client.library.renameTracker({ trackerId, name: 'Pains au chocolat', unit: '' })
    await core.client.library.removeTracker({ trackerId })
    expect(await trackerOf('Pains')).toBeUndefined()
    await core.client.library.restoreTracker({ trackerId })
    expect((await mineOf('Pains')).map(({ id }) => id)).toEqual([first.id, second.id])
  })

  it('goes with its last reading, and comes back with it', async () => {
    const first = croissants(4)
    await core.client.library.saveReading(first)
    await core.client.library.removeReading({ readingId: first.id })
    expect((await press()).trackers).toHaveLength(1)
    await core.client.library.restoreReading({ readingId: first.id })
    expect(await trackerOf('Croissants')).toBeDefined()
  })

  it('is the only kind that can be renamed or removed', async () => {
    await core.client.library.saveReading(draft(5))
    const trackerId = followersId()
    const name = 'Mine now'
    await expect(core.client.library.renameTracker({ trackerId, name, unit: '' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(core.client.library.removeTracker({ trackerId })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await mineOf('followers')).toHaveLength(1)
  })
})

describe('what is veiled of a tracker', () => {
  const veils = async () => (await trackerOf('followers'))?.readings.filter(({ veiled }) => veiled)

  it('is one veil, for the soonest, however many readings a later episode has', async () => {
    await readAsOf(0)
    expect(await veils()).toEqual([{ veiled: true, safeAfter: 1 }])
    await readAsOf(1)
    const before = JSON.stringify(await press())
    await core.client.library.saveReading(draft(6))
    await core.client.library.saveReading(draft(6))
    expect(JSON.stringify(await press())).toBe(before)
  })
})

describe('the list of the press', () => {
  it('puts veils last, and a veil is still found by its turn', async () => {
    await readAsOf(5)
    const { bulletins } = await press()
    const firstVeil = bulletins.findIndex(({ veiled }) => veiled)
    expect(bulletins.slice(firstVeil).every(({ veiled }) => veiled)).toBe(true)
    const looks = await Promise.all(
      bulletins
        .slice(firstVeil)
        .map((_veil, nth) => core.client.library.peek({ of: 'bulletin', showId, nth })),
    )
    expect(looks.map(({ heading }) => heading)).toContain('Season 2 is here')
    expect(new Set(looks.map(({ heading }) => heading)).size).toBe(bulletins.length - firstVeil)
  })
})

describe('a veil over an audience figure', () => {
  it('lifts that one figure and no other', async () => {
    core.db.prepare("UPDATE audience_figure SET safe_after = 12 WHERE unit = 'people'").run()
    core.db.prepare("UPDATE audience_figure SET safe_after = 12 WHERE unit = 'households'").run()
    const { audience } = await press()
    expect(audience.map(({ veiled }) => veiled)).toEqual([false, true, true])
    const look = (nth: number) => core.client.library.peek({ of: 'figure', showId, nth })
    expect((await look(0)).text).toMatch(/households/)
    expect((await look(1)).text).toMatch(/one report/)
    await expect(look(2)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the next date', () => {
  const setDate = (ordinal: number, days: number) => {
    // the day where this test runs, as the core reads it off its clock
    const at = new Date(START_MS)
    const date = new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate() + days))
      .toISOString()
      .slice(0, 10)
    core.db.prepare('UPDATE episode SET air_date = ? WHERE ordinal = ?').run(date, ordinal)
    return date
  }
  const next = async () => (await press()).next

  it('is not known while what would say it is veiled', async () => {
    setDate(11, 12)
    expect(await next()).toBeNull()
  })

  it('is that of an episode whose details are open', async () => {
    const date = setDate(11, 12)
    await core.client.settings.setVeil({ titles: true, names: true, nextTitle: true })
    expect(await next()).toEqual({ date, days: 12, season: 2, number: 1 })
  })

  it('is today on the day itself, and gone on the day after', async () => {
    await core.client.settings.setVeil({ titles: true, names: true, nextTitle: true })
    setDate(11, 0)
    expect(await next()).toMatchObject({ days: 0 })
    setDate(11, -1)
    expect(await next()).toBeNull()
  })

  it('comes from the news, too, once the news is open', async () => {
    core.db.prepare("UPDATE bulletin SET date = '2021-12-22' WHERE stage = 'premiere'").run()
    expect(await next()).toBeNull()
    core.db.prepare("UPDATE bulletin SET safe_after = NULL WHERE stage = 'premiere'").run()
    expect(await next()).toMatchObject({ date: '2021-12-22', season: 2, number: 1 })
  })
})

describe('the calendar of air dates', () => {
  const eventsOf = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  const calendar = async () => {
    const { text, count } = await core.client.library.airDates({ showId })
    const events = eventsOf(text)
    expect(events).toHaveLength(count)
    return events.map(({ uid, summary, startDate }) => ({ uid, summary, day: startDate.toString() }))
  }

  it('holds the episodes that have been reached, and nothing of the later ones', async () => {
    const events = await calendar()
    expect(events).toHaveLength(10)
    expect(events[2]).toEqual({
      uid: episodeId(3),
      summary: 'Emily in Paris, S1 E3: Sexy or Sexist',
      day: '2020-10-02',
    })
  })

  it('has the day of a season’s first night from the news, without a title', async () => {
    core.db.prepare("UPDATE bulletin SET safe_after = NULL WHERE stage = 'premiere'").run()
    expect((await calendar()).at(-1)).toEqual({
      uid: episodeId(11),
      summary: 'Emily in Paris, S2 E1',
      day: '2021-12-22',
    })
  })

  it('says the same of a hidden season as of one that nobody knows anything about', async () => {
    core.db.prepare("UPDATE bulletin SET safe_after = NULL WHERE stage = 'premiere'").run()
    core.db.prepare('UPDATE season SET safe_after = 11 WHERE number = 2').run()
    const hidden = (await calendar()).at(-1)
    expect(hidden?.summary).toBe('Emily in Paris, S2')
    core.db.prepare('DELETE FROM episode WHERE ordinal > 10').run()
    core.db.prepare('DELETE FROM season WHERE number = 2').run()
    expect((await calendar()).at(-1)).toEqual(hidden)
  })
})
