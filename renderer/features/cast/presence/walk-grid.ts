import type { KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
}

const within = (value: number, length: number) => Math.max(0, Math.min(length - 1, value))

/** Where a key leads from a cell of a grid, by row and column; null for a key that leads nowhere. */
export function gridTarget(
  key: string,
  mod: boolean,
  from: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number } | null {
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined
  if (!step) return null
  const [rows, columns] = mod && (key === 'Home' || key === 'End') ? [step[1], step[1]] : step
  return { row: within(from.row + rows, size.rows), column: within(from.column + columns, size.columns) }
}

/** Walks through the cells of a grid with the arrow keys, Home, End and the page keys; one cell is in the tab order. */
export function walkGrid(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.altKey || event.shiftKey || !(event.target instanceof HTMLElement)) return
  const grid = [...event.currentTarget.querySelectorAll('tr')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[data-cell]'),
  ])
  const rows = grid.filter((row) => row.length > 0)
  const here = event.target.closest<HTMLElement>('[data-cell]')
  const row = rows.findIndex((cells) => here !== null && cells.includes(here))
  const cells = rows[row]
  if (!here || !cells) return
  const size = { rows: rows.length, columns: cells.length }
  const target = gridTarget(
    event.key,
    event.ctrlKey || event.metaKey,
    { row, column: cells.indexOf(here) },
    size,
  )
  const next = target && rows[target.row]?.[Math.min(target.column, (rows[target.row]?.length ?? 1) - 1)]
  if (!next) return
  event.preventDefault()
  here.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}
