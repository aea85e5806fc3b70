import type { ThreadId } from '@shared/ids'
import { m } from '@shared/messages'
import type { Recap } from '@shared/recap/recap'
import { ToggleChip } from '../../ui/chip'
import styles from './threads.module.css'

interface ThreadsProps {
  readonly threads: Recap['threads']
  readonly hidden: ReadonlySet<ThreadId>
  readonly onChange: (hidden: ReadonlySet<ThreadId>) => void
}

/** The storylines, each on or off. */
export function Threads({ threads, hidden, onChange }: ThreadsProps) {
  if (threads.length === 0) return null
  const toggle = (id: ThreadId, on: boolean) => {
    const next = new Set(hidden)
    if (on) next.delete(id)
    else next.add(id)
    onChange(next)
  }
  return (
    <fieldset className={styles.threads}>
      <legend className="t-label muted">{m.recap_threads()}</legend>
      <div className={styles.chips}>
        {threads.map(({ id, name }) => (
          <ToggleChip key={id} isSelected={!hidden.has(id)} onChange={(on) => toggle(id, on)}>
            {name}
          </ToggleChip>
        ))}
      </div>
    </fieldset>
  )
}
