import type { HalfStars } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconStar, IconStarFilled, IconStarHalfFilled } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/icon'
import { exactNumber } from '../../ui/words'
import styles from './stars.module.css'

interface StarsProps {
  readonly value: HalfStars | null
  readonly onChange: (value: HalfStars | null) => void
}

const STARS = [1, 2, 3, 4, 5]

/** Five stars by halves. Arrow keys move by a half; Delete or the same star again takes the rating back. */
export function Stars({ value, onChange }: StarsProps) {
  // ahead of the answer, so that a second key goes on from the first
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
    setShown(value)
  }, [value])
  const put = (next: HalfStars | null) => {
    latest.current = next
    setShown(next)
    onChange(next)
  }
  const set = (next: number) => put(next < 1 ? null : Math.min(10, next))
  return (
    <div
      className={styles.stars}
      role="slider"
      tabIndex={0}
      aria-label={m.watch_rating()}
      aria-valuemin={0}
      aria-valuemax={5}
      aria-valuenow={(shown ?? 0) / 2}
      aria-valuetext={
        shown === null
          ? m.watch_not_rated()
          : m.watch_rated({ count: shown / 2, stars: exactNumber(shown / 2) })
      }
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' || event.key === 'ArrowUp') set((latest.current ?? 0) + 1)
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') set((latest.current ?? 0) - 1)
        else if (event.key === 'Delete' || event.key === 'Backspace') put(null)
        else if (/^[1-5]$/.test(event.key)) set(Number(event.key) * 2)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {STARS.map((star) => {
        const full = (shown ?? 0) >= star * 2
        const half = !full && (shown ?? 0) === star * 2 - 1
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the slider around it
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the slider around it
          <span
            key={star}
            data-lit={full || half || undefined}
            onClick={({ clientX, currentTarget }) => {
              const { left, width } = currentTarget.getBoundingClientRect()
              const next = star * 2 - (clientX - left < width / 2 ? 1 : 0)
              set(next === shown ? 0 : next)
            }}
          >
            <Icon of={full ? IconStarFilled : half ? IconStarHalfFilled : IconStar} size="lg" />
          </span>
        )
      })}
    </div>
  )
}
