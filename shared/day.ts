/** A day in milliseconds. Alone in its file, so that the first page does not bring zod along for a number. */
export const DAY_MS = 86_400_000
