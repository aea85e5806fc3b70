import { memo } from 'react'
import type { Disc as DiscPlace } from './field'
import styles from './map.module.css'
import { cut } from './words'

interface DiscProps {
  readonly disc: DiscPlace
  readonly past: boolean
  /** What is spoken: the name and everything that stands between this role and others. */
  readonly label: string
  readonly lit: boolean
  readonly chosen: boolean
  /** The one disc that Tab enters the picture at. */
  readonly entry: boolean
}

/** An anchor in SVG would be followed by the browser itself; this one is followed by the map. */
const LINK = 'link'

/** Letters that fit under a disc. */
const NAME_LETTERS = 20

/** A role in the picture. */
export const Disc = memo(function Disc({ disc, past, label, lit, chosen, entry }: DiscProps) {
  const { role, radius } = disc
  const transform = `translate(${disc.x} ${disc.y})`
  const look = { 'data-lit': lit || undefined, 'data-past': past || undefined }
  return (
    <>
      <g
        className={styles.disc}
        role={LINK}
        tabIndex={entry ? 0 : -1}
        aria-label={label}
        data-role={role.id}
        transform={transform}
        {...look}
      >
        <g className={styles.appear}>
          <circle className={styles.ring} data-part="ring" r={radius + 6} data-chosen={chosen || undefined} />
          <circle r={radius} style={{ fill: `var(--plate-${role.tone})` }} />
        </g>
      </g>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the link says the whole name */}
      <g className={styles.words} aria-hidden="true" transform={transform} {...look}>
        <g className={styles.appear}>
          <text
            className={styles.letter}
            y={radius * 0.38}
            style={{ fontSize: radius * 1.25, fill: `var(--plate-${role.tone}-ink)` }}
          >
            {role.shortName.charAt(0)}
          </text>
          <text className={styles.name} y={radius + 17}>
            {cut(role.shortName, NAME_LETTERS)}
          </text>
        </g>
      </g>
    </>
  )
})
