import type { BoardSummary } from '@shared/boards/schema'
import { type BoardId, MemberId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconPlus } from '@tabler/icons-react'
import { memo, type RefObject } from 'react'
import { Button } from '../../ui/button'
import { ToggleChip } from '../../ui/chip'
import { SearchField } from '../../ui/field'
import { Select } from '../../ui/select'
import { useBoardTools } from './board-context'
import styles from './board-head.module.css'
import { BoardMenu } from './board-menu'
import type { Filter } from './lanes/filter'
import { SkillButton } from './scores/skill-place'
import type { BoardChoice } from './use-board'

const PERSON = 'person'

interface BoardHeadProps {
  readonly boards: readonly BoardSummary[]
  readonly choice: BoardChoice
  readonly boardId: BoardId
  readonly title: string | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly labels: readonly string[]
  readonly filter: Filter
  readonly search: RefObject<HTMLInputElement | null>
  readonly onFilter: (filter: Filter) => void
  readonly onChoose: (change: { boardId?: BoardId | null; as?: MemberId | null }) => void
  readonly onNew: () => void
  readonly onArchive: () => void
}

/** The title, the board when there are several, what of it is shown, who guesses, and the way to a new card. */
export const BoardHead = memo(function BoardHead({
  boards,
  choice,
  boardId,
  title,
  canUndo,
  canRedo,
  labels,
  filter,
  search,
  onFilter,
  onChoose,
  onNew,
  onArchive,
}: BoardHeadProps) {
  const { people, as, isFixed } = useBoardTools()
  const toggle = (label: string) => {
    const chosen = new Set(filter.labels)
    if (!chosen.delete(label)) chosen.add(label)
    onFilter({ ...filter, labels: chosen })
  }
  return (
    <header className={styles.head}>
      <h1 className="t-h1">{m.boards_title()}</h1>
      {boards.length > 1 && (
        <span className={styles.board}>
          <Select
            label={m.boards_board()}
            hideLabel
            choices={boards.map((board) => ({ id: board.id, label: board.title ?? m.boards_board_first() }))}
            value={boards.find(({ id }) => id === boardId)?.id ?? null}
            onChange={(id) => onChoose({ boardId: id })}
          />
        </span>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame and legend */}
      <div className={styles.chips} role="group" aria-label={m.boards_filter()}>
        {labels.map((label) => (
          <ToggleChip key={label} isSelected={filter.labels.has(label)} onChange={() => toggle(label)}>
            {label}
          </ToggleChip>
        ))}
        <ToggleChip isSelected={filter.mine} onChange={(mine) => onFilter({ ...filter, mine })}>
          {m.boards_mine()}
        </ToggleChip>
      </div>
      <div className={styles.end}>
        <span className={styles.search}>
          <SearchField
            label={m.boards_search()}
            placeholder={m.boards_search_placeholder()}
            inputRef={search}
            value={filter.search}
            onChange={(words) => onFilter({ ...filter, search: words })}
          />
        </span>
        {people.present.length > 1 && (
          <span className={styles.as}>
            <Select
              label={m.boards_guessing_as()}
              hideLabel
              choices={people.present.map((member) => ({
                id: member.me ? PERSON : member.id,
                label: m.boards_as({ name: people.of(member.id).called }),
              }))}
              value={as ?? PERSON}
              onChange={(id) => onChoose({ as: id === PERSON ? null : MemberId.parse(id) })}
            />
          </span>
        )}
        <Button icon={IconPlus} keys={['C']} isDisabled={isFixed} onPress={onNew}>
          {m.boards_new()}
        </Button>
        <SkillButton />
        <BoardMenu
          choice={choice}
          boardId={boardId}
          title={title}
          isOnly={boards.length <= 1}
          canUndo={canUndo}
          canRedo={canRedo}
          onChoose={(id) => onChoose({ boardId: id })}
          onArchive={onArchive}
        />
      </div>
    </header>
  )
})
