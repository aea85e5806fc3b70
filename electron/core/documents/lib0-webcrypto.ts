/**
 * In the place of the module of this name that lib0 has for Node (electron.vite.config.ts): that one loads all of Node's
 * crypto when the core starts, for the number by which a document knows its writer.
 */
export const getRandomValues = <T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(into: T): T =>
  crypto.getRandomValues(into)
