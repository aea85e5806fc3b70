import { m } from '@shared/messages'
import { memo } from 'react'
import { Keys } from '../../../ui/kbd'
import styles from './key-legend.module.css'

/** The keys of the board. */
export const KeyLegend = memo(function KeyLegend() {
  return (
    <ul className={styles.legend}>
      <li>
        <Keys of={['Left', 'Right']} spoken /> {m.boards_keys_lane()}
      </li>
      <li>
        <Keys of={['Up', 'Down']} spoken /> {m.boards_keys_card()}
      </li>
      <li>
        <Keys of={['Alt', 'Left', 'Right', 'Up', 'Down']} spoken /> {m.boards_keys_move()}
      </li>
      <li>
        <Keys of={['0', '9']} spoken /> {m.boards_keys_odds()}
      </li>
      <li>
        <Keys of={['S']} spoken /> {m.boards_keys_seal()}
      </li>
      <li>
        <Keys of={['E']} spoken /> {m.boards_keys_edit()}
      </li>
      <li>
        <Keys of={['Delete']} spoken /> {m.boards_keys_away()}
      </li>
    </ul>
  )
})
