import type { PlateTone } from '@shared/exchange/pack-schema'
import type { z } from 'zod'
import styles from './plate.module.css'

interface PlateProps {
  readonly tone: z.infer<typeof PlateTone>
  /** One letter. */
  readonly initial: string
  /** Size of the letter in px; the plate itself takes the size of its box. */
  readonly size?: number
  readonly caption?: string
  readonly className?: string
}

/** A monogram on a two-ink ground, in place of a portrait. Never a face; hidden from assistive tech. */
export function Plate({ tone, initial, size = 96, caption, className = '' }: PlateProps) {
  return (
    <div className={`${styles.plate} ${styles[tone]} ${className}`} aria-hidden="true">
      <span style={{ fontSize: size }}>{initial}</span>
      {caption && <small>{caption}</small>}
    </div>
  )
}
