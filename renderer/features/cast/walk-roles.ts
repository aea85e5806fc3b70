import type { KeyboardEvent } from 'react'
import { type Arrow, arrowTarget } from './arrows'

const isArrow = (key: string): key is Arrow => /^Arrow(Left|Right|Up|Down)$/.test(key)

/** Moves the focus from role to role with the arrow keys; Home and End go to the first and the last. */
export function walkRoles(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const from = event.target instanceof HTMLElement ? event.target.closest('[data-role]') : null
  if (!from) return
  const places = [...event.currentTarget.querySelectorAll('[data-role]')]
  const index = places.indexOf(from)
  const target = isArrow(event.key)
    ? arrowTarget(
        places.map((place) => place.getBoundingClientRect()),
        index,
        event.key,
      )
    : event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? places.length - 1
        : null
  const link = target === null ? null : places[target]?.querySelector('a')
  if (!link) return
  event.preventDefault()
  link.focus()
}
