import { coreContract } from '../../shared/contract'
import type { Event, Method } from '../../shared/ipc'
import { type Canary, canariesIn } from '../support/canary-pack'
import type { TestCore } from '../support/core'
import { inputsFor } from './inputs-for'

export interface Leak {
  readonly method: string
  readonly canary: Canary
}

/** Says of a canary whether the person may see it. */
export type IsOpen = (canary: Canary, method: string) => boolean

/**
 * Commands that show what is veiled because a person asked for exactly that, in a word of their own. Each has a
 * test of its own for how much it shows.
 */
export const ASKED_FOR: ReadonlySet<string> = new Set([
  'library.peek',
  'cast.peek',
  'recap.peek',
  'notes.peek',
  'boards.peek',
  'subtitles.heard',
])

/** The most inputs that one method is called with; more are thinned out evenly. */
const MOST_QUERIES = 400
const MOST_COMMANDS = 30

/** What bytes say: those of a picture can tell as much as a text. */
const readable = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value

const methods = (): { name: string; method: Method }[] =>
  Object.entries(coreContract).flatMap(([feature, ofFeature]) =>
    Object.entries<Method | Event>(ofFeature).flatMap(([key, method]) =>
      method.kind === 'event' ? [] : [{ name: `${feature}.${key}`, method }],
    ),
  )

export interface WalkOptions {
  /** Values for names that only the test knows. */
  readonly more?: Readonly<Record<string, readonly unknown[]>>
  /** Takes the names of the methods that answered at least once; a call that is refused proves little. */
  readonly answered?: Set<string>
}

/**
 * Calls everything that the contract has over an open library, with everything it takes, and looks for canaries
 * that may not be seen: in answers, errors, progress, broadcasts and the log. A method that is added tomorrow is
 * called as well. Commands are called inside a savepoint and taken back; `isOpen` must hold for what they leave
 * open, so it is asked again after each.
 *
 * @param isOpen makes the judge from the library as it stands
 */
export async function walkContract(
  core: TestCore,
  isOpen: () => IsOpen,
  { more = {}, answered = new Set() }: WalkOptions = {},
): Promise<Leak[]> {
  const leaks: Leak[] = []
  const look = (name: string, value: unknown, judge: IsOpen) => {
    for (const canary of canariesIn(JSON.stringify(value, readable) ?? ''))
      if (!judge(canary, name)) leaks.push({ method: name, canary })
  }
  const lookAround = (name: string, judge: IsOpen) => {
    look(`${name}, told to all`, core.said, judge)
    look(`${name}, logged`, core.logged, judge)
  }
  const judge = isOpen()
  for (const { name, method } of methods().filter(({ method: { kind } }) => kind === 'query')) {
    for (const input of inputsFor(core, method.input, MOST_QUERIES, more)) {
      const reply = await core.call(name, input)
      if (reply.ok) answered.add(name)
      look(name, reply, judge)
    }
  }
  lookAround('queries', judge)
  for (const { name, method } of methods().filter(({ method: { kind } }) => kind !== 'query')) {
    if (ASKED_FOR.has(name)) continue
    for (const input of inputsFor(core, method.input, MOST_COMMANDS, more)) {
      core.said.length = 0
      core.logged.length = 0
      core.db.exec('SAVEPOINT walk')
      const reply = await core.call(name, input, method.kind === 'task' ? core.newId() : undefined)
      if (reply.ok) answered.add(name)
      const after = isOpen()
      look(name, reply, after)
      lookAround(name, after)
      core.db.exec('ROLLBACK TO walk; RELEASE walk')
    }
  }
  return leaks
}
