import { hasArrow, type Style } from '@shared/cast/strands'
import { memo } from 'react'
import styles from './map.module.css'

interface StrandLineProps {
  readonly style: Style
  readonly path: string
  readonly lit: boolean
}

/** A line between two roles. Its kind is in its style, and in the word that stands on it. */
export const StrandLine = memo(function StrandLine({ style, path, lit }: StrandLineProps) {
  return (
    <g className={styles.appear}>
      <path
        className={styles.line}
        data-style={style}
        data-lit={lit || undefined}
        d={path}
        {...(hasArrow({ style }) ? { markerEnd: 'url(#relations-arrow)' } : {})}
      />
      {style === 'family' && <path className={styles.core} d={path} />}
    </g>
  )
})

interface StrandLabelProps {
  readonly style: Style
  readonly changed: boolean
  readonly words: string
  /** The middle of the label. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The word on a line. */
export const StrandLabel = memo(function StrandLabel(label: StrandLabelProps) {
  const { style, changed, words, x, y, width, height } = label
  return (
    <g className={`${styles.label} ${styles.appear}`} data-style={style} data-changed={changed || undefined}>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={2} />
      <text x={x} y={y + 4}>
        {words}
      </text>
    </g>
  )
})
