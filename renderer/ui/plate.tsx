import type { PlateTone } from '@shared/exchange/pack-schema'
import type { Picture as Shown } from '@shared/library/picture-schema'
import type { z } from 'zod'
import { Picture } from './picture'
import styles from './plate.module.css'

interface PlateProps {
  readonly tone: z.infer<typeof PlateTone>
  /** One letter. */
  readonly initial: string
  /** Size of the letter in px; the plate itself takes the size of its box. */
  readonly size?: number
  readonly caption?: string
  readonly className?: string
  /** The portrait that a pack brought, if it may be shown. */
  readonly picture?: Shown | null
}

/** A portrait, or in its place a monogram on a two-ink ground, which is hidden from assistive tech. */
export function Plate({ picture = null, ...plate }: PlateProps) {
  const monogram = <Monogram {...plate} />
  if (!picture) return monogram
  return (
    <Picture picture={picture} className={`${styles.portrait} ${plate.className ?? ''}`} instead={monogram} />
  )
}

function Monogram({ tone, initial, size = 96, caption, className = '' }: Omit<PlateProps, 'picture'>) {
  return (
    <div className={`${styles.plate} ${styles[tone]} ${className}`} aria-hidden="true">
      <span style={{ fontSize: size }}>{initial}</span>
      {caption && <small>{caption}</small>}
    </div>
  )
}
