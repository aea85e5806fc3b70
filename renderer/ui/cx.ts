/** Joins class names and leaves out what is absent: `cx(styles.chip, on && styles.on)`. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')
