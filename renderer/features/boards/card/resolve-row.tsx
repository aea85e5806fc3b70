import { m } from '@shared/messages'
import { IconChevronDown } from '@tabler/icons-react'
import { Button } from '../../../ui/button'
import { Menu, MenuItem, MenuRule, MenuTrigger } from '../../../ui/menu'
import { useBoardTools, useLayerOn } from '../board-context'
import { optionNames } from '../board-words'
import type { OpenCard } from '../lanes/lanes'
import styles from './resolve-row.module.css'
import { useDecide } from './use-decide'

/** The ways in which a card can be decided, each with its key. */
export function ResolveRow({ card }: { readonly card: OpenCard }) {
  const decide = useDecide()
  const { openLayer, closeLayer } = useBoardTools()
  const layer = useLayerOn(card.id)
  if (card.form.is === 'yes-no') {
    const isQuestion = card.kind === 'question'
    return (
      <div className={styles.row}>
        <Button size="sm" keys={['Y']} onPress={() => decide(card, 0)}>
          {isQuestion ? m.boards_yes() : m.boards_true()}
        </Button>
        <Button size="sm" keys={['N']} onPress={() => decide(card, 1)}>
          {isQuestion ? m.boards_no() : m.boards_false()}
        </Button>
        <Button size="sm" keys={['V']} onPress={() => decide(card, 'void')}>
          {m.boards_void()}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.row} data-menu>
      <MenuTrigger
        isOpen={layer === 'verdict'}
        onOpenChange={(open) => (open ? openLayer({ kind: 'verdict', id: card.id }) : closeLayer('verdict'))}
      >
        <Button size="sm" icon={IconChevronDown} keys={['Y']}>
          {m.boards_resolve()}
        </Button>
        <Menu label={m.boards_resolve()}>
          {optionNames(card.form).map((name, option) => (
            <MenuItem key={name} onAction={() => decide(card, option)}>
              {name}
            </MenuItem>
          ))}
          <MenuRule />
          <MenuItem keys={['V']} onAction={() => decide(card, 'void')}>
            {m.boards_void()}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <Button size="sm" keys={['V']} onPress={() => decide(card, 'void')}>
        {m.boards_void()}
      </Button>
    </div>
  )
}
