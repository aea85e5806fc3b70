import { m } from '@shared/messages'
import { Keys } from '../../ui/kbd'
import styles from './page.module.css'

/** The keys of this page. */
export function KeyLegend() {
  return (
    <ul className={styles.keys}>
      <li>
        <Keys of={['[', ']']} spoken /> {m.recap_keys_line()}
      </li>
      <li>
        <Keys of={['J', 'K']} spoken /> {m.recap_keys_beat()}
      </li>
      <li>
        <Keys of={['M']} spoken /> {m.recap_keys_length()}
      </li>
      <li>
        <Keys of={['P']} spoken /> {m.recap_keys_pin()}
      </li>
    </ul>
  )
}
