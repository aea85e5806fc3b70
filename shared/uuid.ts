/**
 * Formats a UUIDv7 as RFC 9562, section 5.7 lays it out.
 *
 * @param nowMs milliseconds since the Unix epoch; the first 48 bits of the id
 * @param random at least 10 random bytes; 74 of their bits are used
 * @returns 36 characters, lower case
 */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.floor(nowMs)) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * A fresh id for something that is about to be written: the writer makes it, so that a retry is harmless. The random
 * bytes are Web Crypto's, in a page, the main process and a worker alike: loading `node:crypto` takes 5 ms of a start.
 */
export const freshId = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
