import type { IconDrawing } from './icon'

export interface Toast {
  readonly id: number
  readonly text: string
  /** Takes back what the toast tells of. Kept as long as the toast is on screen. */
  readonly undo?: () => void
  readonly icon?: IconDrawing
  /** A notice takes the place of an earlier one with the same key. */
  readonly key?: string
}

/** How long a toast stays, in ms: long enough to read it twice and reach for undo. */
const STAY_MS = 8000
const MOST = 3

let shown: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function publish(next: readonly Toast[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Short notices at the foot of the window; each may be undone. */
export const toasts = {
  /** Shows a notice. @returns its id, for `dismiss` */
  show(toast: Omit<Toast, 'id'>): number {
    const id = nextId++
    const others = shown.filter(({ key }) => key === undefined || key !== toast.key)
    publish([...others, { ...toast, id }].slice(-MOST))
    setTimeout(() => toasts.dismiss(id), STAY_MS)
    return id
  },
  dismiss(id: number): void {
    if (shown.some((toast) => toast.id === id)) publish(shown.filter((toast) => toast.id !== id))
  },
  /** Runs the newest undo. @returns whether there was one */
  undoNewest(): boolean {
    const newest = shown.findLast((toast) => toast.undo)
    if (!newest?.undo) return false
    toasts.dismiss(newest.id)
    newest.undo()
    return true
  },
  list: (): readonly Toast[] => shown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
