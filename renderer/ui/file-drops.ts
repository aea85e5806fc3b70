import { useEffect, useRef } from 'react'

interface Taker {
  readonly takes: (name: string) => boolean
  readonly take: { current: (file: File) => void }
}

/** Pages that want a dropped file for themselves; the newest is asked first. */
const takers: Taker[] = []

/** Gives a dropped file to the page that wants it. @returns whether one did */
export function giveToPage(file: File): boolean {
  const taker = takers.findLast(({ takes }) => takes(file.name))
  taker?.take.current(file)
  return taker !== undefined
}

/** While the component is on screen, files with such names that are dropped on the window come here. */
export function useFileDrop(takes: (name: string) => boolean, take: (file: File) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const taker = { takes, take: latest }
    takers.push(taker)
    return () => {
      takers.splice(takers.indexOf(taker), 1)
    }
  }, [takes])
}
