import type { Ms } from '@shared/time'
import { faceAt, startFace, turnFace } from '@shared/watch/face-rules'
import type { Watching } from '@shared/watch/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAsk } from '../../api/ask'
import { useBroadcast } from '../../api/broadcasts'

/** Steps of so much and more are waited for; finer ones are drawn with each frame. In ms of the episode. */
const COARSE_MS = 200

export interface OnScreen {
  readonly watching: Watching | undefined
  /** Where the episode is at this moment, in whole milliseconds. */
  readonly positionNow: () => Ms
}

/**
 * What is on, and a clock that counts on between two words of the core. Whoever shows the position redraws by
 * itself (`usePosition`); the page around it does not.
 */
export function useWatching(): OnScreen {
  const { data: watching } = useAsk('watch', 'now', undefined)
  const queries = useQueryClient()
  useBroadcast('watch.changed', (told) => queries.setQueryData(['watch', 'now', undefined], told))
  const held = useRef<{ readonly face: ReturnType<typeof startFace>; readonly of: Watching } | null>(null)
  if (watching && held.current?.of !== watching) {
    const now = performance.now()
    const same = held.current?.of.episode?.episodeId === watching.episode?.episodeId
    const face = held.current && same ? turnFace(held.current.face, watching, now) : startFace(watching, now)
    held.current = { face, of: watching }
  }
  const positionNow = useCallback(
    // a face is whole and within the range of positions
    (): Ms => (held.current ? faceAt(held.current.face, performance.now()) : 0) as Ms,
    [],
  )
  return { watching, positionNow }
}

/**
 * The position, redrawn while the clock runs.
 *
 * @param stepMs how fine: the position is rounded down to it, and drawn when it changes
 */
export function usePosition({ watching, positionNow }: OnScreen, stepMs: number): number {
  const floor = useCallback(() => Math.floor(positionNow() / stepMs) * stepMs, [positionNow, stepMs])
  const [position, setPosition] = useState(floor)
  const running = watching?.playing ?? false
  const rate = watching?.rate || 1
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the core says moves a clock that stands, too
  useEffect(() => {
    setPosition(floor())
    if (!running) return
    if (stepMs >= COARSE_MS) {
      // nothing is drawn between two steps, so nothing wakes between them
      let timer: ReturnType<typeof setTimeout>
      const wait = () => {
        const left = stepMs - (positionNow() % stepMs)
        timer = setTimeout(
          () => {
            setPosition(floor())
            wait()
          },
          Math.max(1, left / rate),
        )
      }
      wait()
      return () => clearTimeout(timer)
    }
    let frame = requestAnimationFrame(function draw() {
      setPosition(floor())
      frame = requestAnimationFrame(draw)
    })
    return () => cancelAnimationFrame(frame)
  }, [running, rate, floor, watching])
  return position
}
