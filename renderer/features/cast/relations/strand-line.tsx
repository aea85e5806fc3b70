import { hasArrow } from '@shared/cast/strands'
import { memo } from 'react'
import { curvePath, type DrawnStrand, type Label } from './field'
import styles from './map.module.css'

/** A line between two roles. Its kind is in its style, and in the word that stands on it. */
export const StrandLine = memo(function StrandLine({
  strand,
  dim,
}: {
  readonly strand: DrawnStrand
  readonly dim: boolean
}) {
  const path = curvePath(strand.curve)
  return (
    <g className={styles.appear}>
      <path
        className={styles.line}
        data-style={strand.style}
        data-dim={dim || undefined}
        d={path}
        {...(hasArrow(strand) ? { markerEnd: 'url(#relations-arrow)' } : {})}
      />
      {strand.style === 'family' && <path className={styles.core} d={path} />}
    </g>
  )
})

/** The word on a line. */
export const StrandLabel = memo(function StrandLabel({ label }: { readonly label: Label }) {
  const { strand, words, x, y, width, height } = label
  return (
    <g
      className={`${styles.label} ${styles.appear}`}
      data-style={strand.style}
      data-changed={strand.changed || undefined}
    >
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={2} />
      <text x={x} y={y + 4}>
        {words}
      </text>
    </g>
  )
})
