import { z } from 'zod'
import type { Kind } from '../exchange/flat-fields'
import { Pack } from '../exchange/pack-schema'

// What an item may say while it is being written: as in a finished pack, but its sources may be missing and
// the show may still be without a word about itself. The check says what is missing.

const elementOf = <T extends z.ZodType>(list: z.ZodArray<T>) => list.element
const shapes = Pack.shape
const Season = elementOf(shapes.seasons)
const Episode = elementOf(Season.shape.episodes)
const Role = elementOf(shapes.roles)
const Tracker = elementOf(shapes.trackers)
const Key = Role.shape.key
const sources = z.array(Key).max(50)
const Blank = z.literal('')

const Question = elementOf(shapes.questions)

/** The schema of every kind's fields, `key` left out; `parent` is the key of what the item hangs on. */
export const ITEM_FIELDS = {
  pack: shapes.pack.extend({
    about: shapes.pack.shape.about.or(Blank),
    licence: shapes.pack.shape.licence.or(Blank),
  }),
  show: shapes.show.extend({ premise: shapes.show.shape.premise.or(Blank), sources }),
  source: z.strictObject({
    title: shapes.pack.shape.title,
    url: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable(),
    date: z.iso.date().nullable(),
  }),
  thread: elementOf(shapes.threads).omit({ key: true }),
  person: elementOf(shapes.people).omit({ key: true }),
  role: Role.omit({ key: true, facts: true }).extend({ sources }),
  fact: elementOf(Role.shape.facts).omit({ key: true }).extend({ sources, parent: Key }),
  season: Season.omit({ episodes: true }),
  episode: Episode.omit({ key: true, beats: true, ordinal: true }).extend({ sources, parent: Key }),
  beat: elementOf(Episode.shape.beats).omit({ key: true }).extend({ sources, parent: Key }),
  relationship: elementOf(shapes.relationships).omit({ key: true }).extend({ sources }),
  circle: elementOf(shapes.circles.unwrap()).omit({ key: true }),
  order: elementOf(shapes.orders.unwrap()).omit({ key: true }),
  bulletin: elementOf(shapes.bulletins).omit({ key: true }).extend({ sources }),
  audience: elementOf(shapes.audience).omit({ key: true }).extend({ sources }),
  tracker: Tracker.omit({ key: true, readings: true }).extend({ sources }),
  reading: elementOf(Tracker.shape.readings).omit({ key: true }).extend({ sources, parent: Key }),
  question: Question.omit({ key: true }).extend({
    sources,
    answer: Question.shape.answer.unwrap().extend({ sources }).nullable(),
  }),
  artwork: elementOf(shapes.artwork.unwrap()).omit({ key: true }),
} satisfies Record<Kind, z.ZodObject>
