/*
 * What else than its cards and veils stands in the grid of a lane. A lane is no table, so it is not drawn as one.
 */
export const ROW = { role: 'row' } as const
export const ONLY_ROW = { role: 'row', 'aria-rowindex': 1 } as const
export const CELL = { role: 'gridcell' } as const
export const BUTTON = { role: 'button' } as const
