import { BoardId, LaneId } from '@shared/ids'
import { m } from '@shared/messages'
import { freshId } from '@shared/uuid'
import {
  IconArchive,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconColumnInsertRight,
  IconDots,
  IconLayoutKanban,
  IconPencil,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../api/client'
import { useShow } from '../../api/current-show'
import { IconButton } from '../../ui/button'
import { Menu, MenuItem, MenuRule, MenuTrigger } from '../../ui/menu'
import { toasts } from '../../ui/toasts'
import { refused } from './board-acts'
import { useBoardTools } from './board-context'
import { NameDialog } from './name-dialog'
import { boardTitle } from './paper/board-sheet'
import { usePaper } from './paper/use-paper'
import type { BoardChoice } from './use-board'

interface BoardMenuProps {
  readonly choice: BoardChoice
  readonly boardId: BoardId
  readonly title: string | null
  /** Whether it may be removed: the last one stays. */
  readonly isOnly: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onChoose: (boardId: BoardId | null) => void
  readonly onArchive: () => void
}

type Naming = 'board' | 'rename' | 'lane'

/** What can be done with the board as a whole. */
export function BoardMenu({
  choice,
  boardId,
  title,
  isOnly,
  canUndo,
  canRedo,
  onChoose,
  onArchive,
}: BoardMenuProps) {
  const { acts, isFixed } = useBoardTools()
  const [naming, setNaming] = useState<Naming | null>(null)
  const { page } = useShow()
  const { doing, save } = usePaper(boardTitle(page?.show.title ?? '', title))
  const print = { page: 'board', showId: choice.showId, boardId, as: choice.as, kind: 'pdf' } as const
  const create = async (name: string) => {
    const id = BoardId.parse(freshId())
    const takeBack = () => {
      onChoose(null)
      void client.boards.removeBoard({ boardId: id }).catch(refused)
    }
    if (!(await acts.tell(() => client.boards.create({ boardId: id, showId: choice.showId, title: name }))))
      return
    onChoose(id)
    toasts.show({ key: 'board', text: m.boards_board_added({ board: name }), undo: takeBack })
  }
  const rename = async (name: string) => {
    if (await acts.tell(() => client.boards.rename({ boardId, title: name })))
      acts.notice(m.boards_board_renamed(), IconPencil)
  }
  const remove = async () => {
    if (!(await acts.tell(() => client.boards.removeBoard({ boardId })))) return
    onChoose(null)
    const bringBack = () => {
      void client.boards
        .restoreBoard({ boardId })
        .then(() => onChoose(boardId))
        .catch(refused)
    }
    toasts.show({ key: 'board', text: m.boards_board_removed(), icon: IconTrash, undo: bringBack })
  }
  return (
    <>
      <MenuTrigger>
        <IconButton label={m.boards_board_more()} icon={IconDots} />
        <Menu label={m.boards_board_more()} placement="bottom end">
          <MenuItem
            icon={IconArrowBackUp}
            keys={['Ctrl', 'Z']}
            isDisabled={!canUndo}
            onAction={() => void acts.undo()}
          >
            {m.app_undo()}
          </MenuItem>
          <MenuItem
            icon={IconArrowForwardUp}
            keys={['Ctrl', 'Shift', 'Z']}
            isDisabled={!canRedo}
            onAction={() => void acts.redo()}
          >
            {m.boards_redo()}
          </MenuItem>
          <MenuRule />
          <MenuItem icon={IconArchive} onAction={onArchive}>
            {m.boards_archive()}
          </MenuItem>
          <MenuItem icon={IconColumnInsertRight} isDisabled={isFixed} onAction={() => setNaming('lane')}>
            {m.boards_lane_add()}
          </MenuItem>
          <MenuItem icon={IconPrinter} isDisabled={doing !== null} onAction={() => void save(print)}>
            {m.boards_print()}
          </MenuItem>
          <MenuRule />
          <MenuItem icon={IconLayoutKanban} onAction={() => setNaming('board')}>
            {m.boards_board_add()}
          </MenuItem>
          <MenuItem icon={IconPencil} isDisabled={isFixed} onAction={() => setNaming('rename')}>
            {m.boards_board_rename()}
          </MenuItem>
          <MenuItem icon={IconTrash} danger isDisabled={isOnly} onAction={() => void remove()}>
            {m.boards_board_remove()}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <span role="status" className="vh">
        {doing}
      </span>
      {naming === 'lane' && (
        <NameDialog
          title={m.boards_lane_add()}
          label={m.boards_name()}
          name=""
          maxLength={80}
          onSave={(name) => void acts.saveLane(LaneId.parse(freshId()), name)}
          onClose={() => setNaming(null)}
        />
      )}
      {(naming === 'board' || naming === 'rename') && (
        <NameDialog
          title={naming === 'board' ? m.boards_board_add() : m.boards_board_rename()}
          label={m.boards_name()}
          name={naming === 'rename' ? (title ?? '') : ''}
          maxLength={120}
          onSave={(name) => void (naming === 'board' ? create(name) : rename(name))}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  )
}
