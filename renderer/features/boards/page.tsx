import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { useShow } from '../../api/current-show'
import { usePeople } from '../../api/people'
import { AskTrouble } from '../../ui/ask-trouble'
import { PageHead } from '../../ui/page'
import { SkeletonLines } from '../../ui/skeleton'
import { BoardPage } from './board-page'
import styles from './page.module.css'
import { CardScoresProvider } from './scores/card-scores'
import { SkillPlace } from './scores/skill-place'
import { useBoard } from './use-board'
import { useBoardChoice } from './use-board-choice'

/** Questions, theories and predictions, and what became of them. */
export default function SpeculationPage() {
  const { showId } = useShow()
  return showId === null ? null : <BoardOf key={showId} showId={showId} />
}

function BoardOf({ showId }: { readonly showId: ShowId }) {
  const people = usePeople()
  const { boards, choice, choose } = useBoardChoice(showId)
  const { board, acts } = useBoard(choice, people)
  if (board.data)
    return (
      <SkillPlace choice={choice} people={people}>
        <CardScoresProvider choice={choice}>
          <BoardPage
            board={board.data}
            acts={acts}
            people={people}
            boards={boards}
            choice={choice}
            onChoose={choose}
          />
        </CardScoresProvider>
      </SkillPlace>
    )
  return (
    <div className={styles.waiting}>
      {board.error && (
        <>
          <PageHead title={m.boards_title()} />
          <AskTrouble error={board.error} onRetry={() => void board.refetch()} />
        </>
      )}
      {board.isPending && <SkeletonLines lines={6} />}
    </div>
  )
}
