/** By what a recap is ordered. */
export const RECAP_VIEWS = ['episode', 'character', 'storyline'] as const
export type RecapView = (typeof RECAP_VIEWS)[number]

/** How much of it is told: what can be read in a minute, or all. */
export const RECAP_LENGTHS = ['minute', 'full'] as const
export type RecapLength = (typeof RECAP_LENGTHS)[number]

export interface RecapChoice {
  readonly view: RecapView
  readonly length: RecapLength
}
export const DEFAULT_RECAP: RecapChoice = { view: 'episode', length: 'full' }
