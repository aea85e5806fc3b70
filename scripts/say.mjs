/**
 * What the scripts say while they work. Everything goes to stderr, so that a command whose answer is a
 * line on stdout (a path, a count) can still be piped.
 */

/** How often a long step shows that it is alive, in milliseconds. */
const REMINDER_MS = 10_000

/** @param {string} sentence */
export function say(sentence) {
  console.error(`› ${sentence}`)
}

/**
 * Announces a step, reminds every ten seconds that it is still going, and says how long it took.
 *
 * @template T
 * @param {string} title what is being done and about how long it takes: 'Downloading Electron (100 MB, about a minute)'
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [outcome] what to call its end: 'done' unless the result is a failure
 * @returns {Promise<T>}
 */
export async function working(title, work, outcome = () => 'done') {
  say(`${title} …`)
  const short = title.replace(/ \(.*$/, '')
  const started = performance.now()
  const reminder = setInterval(() => say(`${short}: ${elapsed(started)} so far`), REMINDER_MS)
  try {
    const result = await work()
    say(`${short}: ${outcome(result)} after ${elapsed(started)}`)
    return result
  } finally {
    clearInterval(reminder)
  }
}

/**
 * @param {number} started a reading of `performance.now()`
 * @returns {string} '0.4 s', '12 s' or '2 min 05 s'
 */
export function elapsed(started) {
  const seconds = (performance.now() - started) / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}
