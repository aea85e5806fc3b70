import { m } from '@shared/messages'
import { Icon } from './icon'
import { IconVeil } from './marks'
import styles from './veil.module.css'

interface VeilProps {
  /** The episode after which it is safe, as people read it (`S2 E3`); null when nobody knows yet. */
  readonly safeAfter: string | null
  readonly form?: 'bar' | 'tile' | 'inline'
  /** Inline, where the episode stands beside it already: the veil does not repeat it. */
  readonly brief?: boolean
  readonly className?: string
}

/** What stands in place of words beyond the reading line. The hidden words are not in the page. */
export function Veil({ safeAfter, form = 'bar', brief = false, className = '' }: VeilProps) {
  const words = safeAfter === null ? m.app_veil_unknown() : m.app_veil_safe_after({ episode: safeAfter })
  if (form === 'inline') {
    return (
      <span className={`${styles.veil} ${styles.inline} ${className}`} title={words}>
        <Icon of={IconVeil} size="sm" />
        <span aria-hidden="true">{brief ? m.app_veil_short() : (safeAfter ?? m.app_veil_short())}</span>
        <span className="vh">{words}</span>
      </span>
    )
  }
  return (
    <div className={`${styles.veil} ${styles[form]} ${className}`}>
      <Icon of={IconVeil} size="sm" />
      <span>{words}</span>
    </div>
  )
}
