import { Odds } from '@shared/boards/odds-schema'
import { z } from 'zod'
import { sha256 } from '../../sha256'

/**
 * A seal is a commitment: SHA-256 over a random salt of 32 bytes and what is sealed. Nobody can read it from the
 * fingerprint, and nobody can open it to anything else (Blum 1981; the hash form as in Halevi and Micali 1996). The
 * secret names its card and its member, so that a seal cannot be lifted off and put on another card.
 */
export const Secret = z.strictObject({
  card: z.string(),
  member: z.string(),
  odds: Odds,
  /** The words of a card that is sealed whole; null for odds alone. */
  words: z.strictObject({ text: z.string().max(300), details: z.string().max(20_000) }).nullable(),
})
export type Secret = z.infer<typeof Secret>

/** A seal as it is opened: the salt in hexadecimal, and the secret in its canonical form. */
export const Opening = z.object({ salt: z.string().regex(/^[0-9a-f]{64}$/), secret: z.string().max(50_000) })
export type Opening = z.infer<typeof Opening>

/** One way to write a secret down, so that it always has the same hash. */
const canonical = ({ card, member, odds, words }: Secret): string =>
  JSON.stringify([card, member, odds, words === null ? null : [words.text, words.details]])

const Canonical = z.tuple([
  z.string(),
  z.string(),
  Odds,
  z.tuple([z.string().max(300), z.string().max(20_000)]).nullable(),
])

const commit = ({ salt, secret }: Opening): string => sha256(Buffer.from(salt, 'hex'), secret).toString('hex')

/** Seals something: what may be shown at once, and what has to stay hidden until it is opened. */
export function seal(secret: Secret): { readonly commitment: string; readonly opening: Opening } {
  const opening = {
    salt: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex'),
    secret: canonical(secret),
  }
  return { commitment: commit(opening), opening }
}

/**
 * Opens a seal.
 *
 * @param card the card that it lies on
 * @param member whose seal it is
 * @returns what was sealed; null when the opening does not match the commitment, or is of another card or member
 */
export function unseal(commitment: string, card: string, member: string, opening: unknown): Secret | null {
  const read = Opening.safeParse(opening)
  if (!read.success || commit(read.data) !== commitment) return null
  let raw: unknown
  try {
    raw = JSON.parse(read.data.secret)
  } catch {
    return null
  }
  const parts = Canonical.safeParse(raw)
  if (!parts.success) return null
  const [itsCard, itsMember, odds, words] = parts.data
  if (itsCard !== card || itsMember !== member) return null
  return { card, member, odds, words: words && { text: words[0], details: words[1] } }
}

/** The digits of a commitment that are shown. */
export const fingerprintOf = (commitment: string): string => commitment.slice(0, 12)
