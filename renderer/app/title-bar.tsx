import { m } from '@shared/messages'
import { BrandMark } from '../ui/marks'
import { onMac } from '../ui/platform'
import { Lens } from './lens'
import styles from './title-bar.module.css'
import { WindowButtons } from './window-buttons'

/** The window's own bar: it drags the window. `bare` has no ground, for the welcome. */
export function TitleBar({
  lens = false,
  bare = false,
}: {
  readonly lens?: boolean
  readonly bare?: boolean
}) {
  return (
    <header className={styles.bar} data-bare={bare} data-mac={onMac}>
      <div className={styles.brand}>
        <BrandMark size={16} />
        <span>{m.app_name()}</span>
      </div>
      <div className={styles.end}>
        {lens && <Lens />}
        {!onMac && <WindowButtons />}
      </div>
    </header>
  )
}
