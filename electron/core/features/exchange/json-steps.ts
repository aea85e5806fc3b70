const QUOTE = 0x22
const BACKSLASH = 0x5c
const [OBJECT, OBJECT_END, ARRAY, ARRAY_END] = [0x7b, 0x7d, 0x5b, 0x5d]
const COMMA = 0x2c
const COLON = 0x3a
const SPACES = new Set([0x20, 0x0a, 0x0d, 0x09])

/** The most characters that are parsed in one step, unless a single string is longer. */
const SLICE = 256 * 1024

const broken = (at: number): SyntaxError => new SyntaxError(`not JSON at position ${at}`)

function skipSpaces(text: string, from: number): number {
  let at = from
  while (SPACES.has(text.charCodeAt(at))) at += 1
  return at
}

/** The position behind a string that begins here. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === BACKSLASH) at += 1
  }
  throw broken(text.length)
}

/** The position behind the value that begins here; null when it is longer than the limit. */
function valueEnd(text: string, from: number, limit: number): number | null {
  const first = text.charCodeAt(from)
  if (first === QUOTE) return stringEnd(text, from)
  let depth = 0
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = stringEnd(text, at)
    } else {
      if (code === OBJECT || code === ARRAY) depth += 1
      else if (code === OBJECT_END || code === ARRAY_END) {
        if (depth === 0) return at
        depth -= 1
        if (depth === 0) return at + 1
      } else if (depth === 0 && (code === COMMA || SPACES.has(code))) return at
      at += 1
    }
    if (at - from > limit && depth > 0) return null
  }
  if (depth > 0) throw broken(at)
  return at
}

interface Cursor {
  at: number
}

function* arrayAt(text: string, cursor: Cursor, limit: number): Generator<void, unknown[]> {
  const values: unknown[] = []
  cursor.at = skipSpaces(text, cursor.at + 1)
  if (text.charCodeAt(cursor.at) === ARRAY_END) {
    cursor.at += 1
    return values
  }
  for (;;) {
    values.push(yield* valueAt(text, cursor, limit))
    const code = text.charCodeAt(cursor.at)
    cursor.at += 1
    if (code === ARRAY_END) return values
    if (code !== COMMA) throw broken(cursor.at - 1)
  }
}

function* objectAt(text: string, cursor: Cursor, limit: number): Generator<void, object> {
  const object = {}
  cursor.at = skipSpaces(text, cursor.at + 1)
  if (text.charCodeAt(cursor.at) === OBJECT_END) {
    cursor.at += 1
    return object
  }
  for (;;) {
    const from = skipSpaces(text, cursor.at)
    if (text.charCodeAt(from) !== QUOTE) throw broken(from)
    const end = stringEnd(text, from)
    const key: unknown = JSON.parse(text.slice(from, end))
    cursor.at = skipSpaces(text, end)
    if (text.charCodeAt(cursor.at) !== COLON) throw broken(cursor.at)
    cursor.at += 1
    const value = yield* valueAt(text, cursor, limit)
    // as JSON.parse does it: `__proto__` is a key like any other
    Object.defineProperty(object, String(key), {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
    const code = text.charCodeAt(cursor.at)
    cursor.at += 1
    if (code === OBJECT_END) return object
    if (code !== COMMA) throw broken(cursor.at - 1)
  }
}

/** Reads one value and leaves the cursor behind it and the spaces that follow. */
function* valueAt(text: string, cursor: Cursor, limit: number): Generator<void, unknown> {
  const from = skipSpaces(text, cursor.at)
  const end = valueEnd(text, from, limit)
  cursor.at = from
  let value: unknown
  if (end === null) {
    const first = text.charCodeAt(from)
    if (first !== ARRAY && first !== OBJECT) throw broken(from)
    const isArray = first === ARRAY
    value = isArray ? yield* arrayAt(text, cursor, limit) : yield* objectAt(text, cursor, limit)
  } else {
    value = JSON.parse(text.slice(from, end))
    cursor.at = end
    yield
  }
  cursor.at = skipSpaces(text, cursor.at)
  return value
}

/**
 * Parses JSON in steps: what is longer than a slice is taken apart, and its parts are parsed one by one.
 *
 * @param limit the length of a slice, in characters
 * @throws SyntaxError for what `JSON.parse` refuses as well
 */
export function* jsonSteps(text: string, limit: number = SLICE): Generator<void, unknown> {
  const cursor = { at: 0 }
  const value = yield* valueAt(text, cursor, limit)
  if (cursor.at < text.length) throw broken(cursor.at)
  return value
}
