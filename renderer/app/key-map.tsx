import { m } from '@shared/messages'
import { Dialog } from '../ui/dialog'
import { SectionHead } from '../ui/head'
import { Keys } from '../ui/kbd'
import { Leader } from '../ui/leader'
import styles from './key-map.module.css'
import { PLACES, SETTINGS } from './places'

interface Row {
  readonly words: () => string
  readonly keys: readonly (readonly string[])[]
}

const SECTIONS: readonly Row[] = [...PLACES, SETTINGS].map(({ name, key }) => ({
  words: name,
  keys: [['Mod', key]],
}))
const EVERYWHERE: readonly Row[] = [
  { words: m.app_keys_reading, keys: [['['], [']']] },
  { words: m.app_keys_lights, keys: [['Mod', 'D']] },
  { words: m.app_keys_fold, keys: [['Mod', '\\']] },
  { words: m.app_keys_undo, keys: [['Mod', 'Z']] },
  { words: m.app_keys_back, keys: [['Esc']] },
  { words: m.app_keys_map, keys: [['?']] },
]
const NOTES: readonly Row[] = [
  { words: m.app_keys_new_note, keys: [['N']] },
  { words: m.app_keys_edit, keys: [['E']] },
  { words: m.app_keys_pin, keys: [['P']] },
  { words: m.app_keys_search, keys: [['/']] },
  { words: m.app_keys_walk, keys: [['J'], ['K']] },
  { words: m.app_keys_delete, keys: [['Delete']] },
  { words: m.notes_make_card, keys: [['C']] },
]
const WATCHING: readonly Row[] = [
  { words: m.app_keys_clock, keys: [['Mod', 'Space']] },
  { words: m.watch_set_time, keys: [['Mod', 'G']] },
  { words: m.watch_capture, keys: [['N']] },
  { words: m.app_keys_react, keys: [['F1'], ['F6']] },
  { words: m.watch_quote, keys: [['Mod', 'Q']] },
  {
    words: m.app_keys_note_to_note,
    keys: [
      ['Mod', 'Left'],
      ['Mod', 'Right'],
    ],
  },
  { words: m.watch_overlay, keys: [['Mod', 'M']] },
  { words: m.app_keys_call, keys: [['Mod', 'Alt', 'N']] },
  { words: m.app_keys_mark, keys: [['Mod', 'Alt', 'M']] },
  { words: m.app_keys_clock_anywhere, keys: [['Mod', 'Alt', 'Space']] },
]
const ELSEWHERE: readonly Row[] = [
  { words: m.app_keys_recap, keys: [['R']] },
  { words: m.app_keys_walk_recap, keys: [['J'], ['K']] },
  { words: m.app_keys_recap_length, keys: [['M']] },
  { words: m.app_keys_recap_pin, keys: [['P']] },
  { words: m.cast_relations_as_table, keys: [['T']] },
  { words: m.cast_relations_play, keys: [['Space']] },
  { words: m.app_keys_new_card, keys: [['C']] },
  { words: m.app_keys_move_card, keys: [['Alt', 'Left', 'Right', 'Up', 'Down']] },
  { words: m.boards_odds_give, keys: [['0'], ['9'], ['O']] },
  { words: m.boards_odds_seal, keys: [['S']] },
  { words: m.boards_resolve, keys: [['Y'], ['N'], ['V']] },
  { words: m.boards_label_act, keys: [['T']] },
  { words: m.app_keys_studio_move, keys: [['Alt', 'Up', 'Down']] },
  { words: m.app_keys_studio_redo, keys: [['Mod', 'Shift', 'Z']] },
  { words: m.app_keys_rail, keys: [['Left'], ['Right']] },
  { words: m.app_keys_rail_ends, keys: [['Home'], ['End']] },
]

function Group({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <section>
      <SectionHead title={title} level={3} />
      <ul className={styles.rows}>
        {rows.map(({ words, keys }) => (
          <li key={words()}>
            <Leader
              start={words()}
              end={
                <span className={styles.keys}>
                  {keys.map((combination) => (
                    <Keys key={combination.join()} of={combination} spoken />
                  ))}
                </span>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every key that works now. */
export function KeyMap({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={m.app_keys_title()} size="lg" isOpen onOpenChange={(open) => !open && onClose()}>
      <div className={styles.map}>
        <Group title={m.app_keys_sections()} rows={SECTIONS} />
        <Group title={m.app_keys_everywhere()} rows={EVERYWHERE} />
        <Group title={m.app_nav_watch()} rows={WATCHING} />
        <Group title={m.app_nav_notes()} rows={NOTES} />
        <Group title={m.app_keys_here()} rows={ELSEWHERE} />
      </div>
    </Dialog>
  )
}
