import { m } from '@shared/messages'
import { type ReactNode, useEffect, useState } from 'react'
import styles from './skeleton.module.css'

/** How long an answer may take before its absence is drawn, in ms: shorter waits would only flicker. */
const PATIENCE_MS = 300

/** Shows its children once the wait has become noticeable. Says to assistive tech that something comes. */
export function Late({ children }: { readonly children: ReactNode }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div role="status">
      <span className="vh">{m.app_loading()}</span>
      {children}
    </div>
  )
}

interface SkeletonProps {
  readonly width?: string
  /** In px. */
  readonly height?: number
  /** Space above, in px. */
  readonly above?: number
}

/** A bar in place of something that is on its way. Put a group of them into `Late`. */
export const Skeleton = ({ width = '100%', height = 12, above = 8 }: SkeletonProps) => (
  <div className={styles.skeleton} style={{ width, height, marginTop: above }} aria-hidden="true" />
)

/** Lines of text on their way. */
export function SkeletonLines({ lines = 3 }: { readonly lines?: number }) {
  const widths = ['100%', '92%', '96%', '64%']
  return (
    <Late>
      {Array.from({ length: lines }, (_, line) => `${line}`).map((line, index) => (
        <Skeleton key={line} width={widths[index % widths.length] ?? '100%'} height={14} />
      ))}
    </Late>
  )
}
