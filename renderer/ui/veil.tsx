import { m } from '@shared/messages'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from './icon'
import { Keys } from './kbd'
import { IconVeil } from './marks'
import styles from './veil.module.css'

/** What was behind a veil. */
interface Behind {
  readonly heading: string | null
  readonly text: string
}

interface VeilProps {
  /** The episode after which it is safe, as people read it (`S2 E3`); null when nobody knows yet. */
  readonly safeAfter: string | null
  readonly form?: 'bar' | 'tile' | 'inline'
  /** Inline, where the episode stands beside it already: the veil does not repeat it. */
  readonly brief?: boolean
  readonly className?: string
  /** Says more than when it is safe: how many of a group. Never anything about the words behind it. */
  readonly words?: string
  /** Lets the person look behind this one veil. What it answers is kept here and nowhere else. */
  readonly lift?: () => Promise<Behind | null>
}

interface LabelProps extends Pick<VeilProps, 'form' | 'brief' | 'safeAfter'> {
  readonly words: string
  readonly liftable?: boolean
}

function Label({ form, brief, safeAfter, words, liftable = false }: LabelProps) {
  if (form === 'inline') {
    return (
      <>
        <Icon of={IconVeil} size="sm" />
        <span aria-hidden="true">{brief ? m.app_veil_short() : (safeAfter ?? m.app_veil_short())}</span>
        <span className="vh">{words}</span>
      </>
    )
  }
  return (
    <>
      <Icon of={IconVeil} size="sm" />
      <span className={liftable ? styles.words : ''}>{words}</span>
    </>
  )
}

/**
 * What stands in place of words beyond the reading line. The hidden words are not in the page. With `lift`,
 * one person may look behind it: it lowers again when they leave, press Escape, or leave the window.
 */
export function Veil({ safeAfter, form = 'bar', brief = false, className = '', words, lift }: VeilProps) {
  const title =
    words ?? (safeAfter === null ? m.app_veil_unknown() : m.app_veil_safe_after({ episode: safeAfter }))
  const shape = `${styles.veil} ${styles[form]} ${className}`
  if (lift) return <LiftableVeil {...{ safeAfter, form, brief, className, words: title, lift }} />
  return form === 'inline' ? (
    <span className={shape} title={title}>
      <Label {...{ form, brief, safeAfter, words: title }} />
    </span>
  ) : (
    <div className={shape}>
      <Label {...{ form, brief, safeAfter, words: title }} />
    </div>
  )
}

type LiftableProps = Required<Omit<VeilProps, 'safeAfter'>> & Pick<VeilProps, 'safeAfter'>

function LiftableVeil({ safeAfter, form, brief, className, words, lift }: LiftableProps) {
  const [behind, setBehind] = useState<Behind | null>(null)
  const gone = useRef(false)
  const lifted = behind !== null
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])
  // with the text itself, and not a moment after it: whoever presses Escape at once must not wait
  useLayoutEffect(() => {
    if (!lifted) return
    const lower = () => setBehind(null)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') lower()
    }
    const onHide = () => document.hidden && lower()
    window.addEventListener('keydown', onKey)
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('blur', lower)
    return () => {
      window.removeEventListener('keydown', onKey)
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('blur', lower)
    }
  }, [lifted])
  const look = async () => {
    const found = await lift()
    if (!gone.current) setBehind(found)
  }
  if (behind)
    return (
      <button
        type="button"
        className={`${styles.lifted} ${form === 'inline' ? styles.within : ''} ${className}`}
        title={m.app_veil_lower()}
        onClick={() => setBehind(null)}
      >
        {behind.heading && <b>{behind.heading}</b>}
        <span>{behind.text}</span>
        {form === 'inline' ? (
          <span className="vh">{m.app_veil_lifted()}</span>
        ) : (
          <small>{m.app_veil_lifted()}</small>
        )}
      </button>
    )
  return (
    <button
      type="button"
      className={`${styles.veil} ${styles[form]} ${styles.liftable} ${className}`}
      title={m.app_veil_lift()}
      onClick={() => void look()}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'l' || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        event.stopPropagation()
        void look()
      }}
    >
      <Label {...{ form, brief, safeAfter, words }} liftable />
      {form === 'inline' ? (
        <span className="vh">{m.app_veil_lift()}</span>
      ) : (
        <span className={styles.offer}>
          {m.app_veil_lift()} <Keys of={['L']} />
        </span>
      )}
    </button>
  )
}
