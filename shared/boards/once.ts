/**
 * A pure function that is asked once of each object, and answers from memory as long as that object lives. For objects
 * that never change: a prediction that was decided is scored for its card, for the leaderboard and for each season.
 */
export function once<F extends (key: never) => unknown>(make: F): F {
  const known = new WeakMap<object, unknown>()
  const asked = (key: object): unknown => {
    if (known.has(key)) return known.get(key)
    const made = make(key as never)
    known.set(key, made)
    return made
  }
  return asked as unknown as F
}
