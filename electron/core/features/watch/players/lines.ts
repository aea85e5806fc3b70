/** A line is longer than anything that an honest program says. */
export class LineTooLong extends Error {}

/**
 * Cuts a stream of bytes into lines of JSON. Keeps never more than one unfinished line of `mostBytes`.
 *
 * @param heard takes each line that is JSON; `undefined` stands for one that is not
 */
export function jsonLines(mostBytes: number, heard: (value: unknown) => void) {
  let parts: Buffer[] = []
  let kept = 0

  const line = (text: string): void => {
    if (text.trim() === '') return
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      value = undefined
    }
    heard(value)
  }

  /** @throws LineTooLong */
  return (chunk: Buffer): void => {
    let rest = chunk
    for (;;) {
      const end = rest.indexOf(10)
      const piece = end < 0 ? rest : rest.subarray(0, end)
      kept += piece.length
      if (kept > mostBytes) throw new LineTooLong()
      parts.push(piece)
      if (end < 0) return
      const text = Buffer.concat(parts).toString('utf8')
      parts = []
      kept = 0
      rest = rest.subarray(end + 1)
      line(text)
    }
  }
}
