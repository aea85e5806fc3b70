import { m } from '@shared/messages'
import {
  IconCards,
  IconHistory,
  IconLink,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconPlayerPlay,
  IconTag,
  IconTrash,
} from '@tabler/icons-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuRule, MenuTrigger } from '../../ui/menu'
import styles from './note-menu.module.css'

export interface NoteActs {
  readonly edit: () => void
  readonly pin: (pinned: boolean) => void
  readonly tag: () => void
  readonly remove: () => void
  /** What concerns one note; left out for several. */
  readonly one: {
    readonly history: () => void
    readonly copyLink: () => void
    /** Opens a new card of the board that rests on the note. */
    readonly makeCard: () => void
    /** Null for a note without a moment. */
    readonly jump: (() => void) | null
  } | null
}

interface NoteMenuProps {
  /** Where it opens, in the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly acts: NoteActs
  readonly onClose: () => void
}

/** What can be done with a note, or with all that are picked; each has its key. */
export function NoteMenu({ at, acts, onClose }: NoteMenuProps) {
  const { one } = acts
  return (
    <MenuTrigger isOpen onOpenChange={(open) => !open && onClose()}>
      <Button
        className={styles.anchor ?? ''}
        aria-label={m.notes_menu()}
        excludeFromTabOrder
        style={{ left: at.x, top: at.y }}
      />
      <Menu label={m.notes_menu()}>
        <MenuItem icon={IconPencil} keys={['E']} onAction={acts.edit}>
          {m.notes_menu_edit()}
        </MenuItem>
        {one?.jump ? (
          <MenuItem icon={IconPlayerPlay} keys={['Ctrl', 'Enter']} onAction={one.jump}>
            {m.notes_jump()}
          </MenuItem>
        ) : null}
        <MenuRule />
        <MenuItem icon={IconPin} keys={['P']} onAction={() => acts.pin(true)}>
          {m.notes_pin()}
        </MenuItem>
        <MenuItem icon={IconPinnedOff} onAction={() => acts.pin(false)}>
          {m.notes_unpin()}
        </MenuItem>
        <MenuItem icon={IconTag} keys={['T']} onAction={acts.tag}>
          {m.notes_tag_act()}
        </MenuItem>
        {one ? (
          <>
            <MenuItem icon={IconHistory} keys={['H']} onAction={one.history}>
              {m.notes_history()}
            </MenuItem>
            <MenuItem icon={IconLink} keys={['Y']} onAction={one.copyLink}>
              {m.notes_copy_link()}
            </MenuItem>
            <MenuItem icon={IconCards} keys={['C']} onAction={one.makeCard}>
              {m.notes_make_card()}
            </MenuItem>
          </>
        ) : null}
        <MenuRule />
        <MenuItem icon={IconTrash} keys={['Delete']} danger onAction={acts.remove}>
          {m.notes_delete()}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
