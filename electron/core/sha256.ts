/**
 * SHA-256 of all parts, one after the other, as FIPS 180-4 defines it. Node's crypto takes 5 ms and a megabyte to load, and
 * most starts hash nothing: it is loaded when something is.
 *
 * @returns 32 bytes
 */
export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
