import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import type { Veil as VeilOf } from '@shared/veil/schema'
import { useState } from 'react'
import { peek } from '../../api/peek'
import { TextButton } from '../../ui/button'
import { Veil } from '../../ui/veil'
import styles from './from-the-press.module.css'
import { useSafeLabel } from './safe-label'

/** So many veils are drawn before the person asks for the rest. */
const AT_FIRST = 4

/** News that would spoil: a veil for each piece, and each lifts one. They come in the order of the answer. */
export function VeiledNews({
  veils,
  showId,
}: {
  readonly veils: readonly VeilOf[]
  readonly showId: ShowId
}) {
  const safeLabel = useSafeLabel()
  const [all, setAll] = useState(false)
  const shown = all ? veils : veils.slice(0, AT_FIRST)
  const rest = veils.length - shown.length
  if (veils.length === 0) return null
  return (
    <section className={styles.group} aria-label={m.library_press_veiled()}>
      <h3 className={styles.kind}>{m.library_press_veiled()}</h3>
      {shown.map(({ safeAfter }, nth) => (
        // a veil has no id: its turn is all there is
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={`veil-${nth}`} className={styles.veil}>
          <Veil
            safeAfter={safeLabel(safeAfter)}
            lift={() => peek({ feature: 'library', veil: { of: 'bulletin', showId, nth } })}
          />
        </div>
      ))}
      {rest > 0 && (
        <p className={styles.more}>
          <TextButton onPress={() => setAll(true)}>{m.library_press_veiled_more({ count: rest })}</TextButton>
        </p>
      )}
    </section>
  )
}
