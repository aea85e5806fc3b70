import type { Board } from '@shared/boards/schema'
import { m } from '@shared/messages'
import { Banner } from '../../ui/banner'
import { wholeNumber } from '../../ui/words'
import styles from './page.module.css'

/** What is not as it should be with a board: what is true, what is safe, what to do. */
export function BoardTrouble({ board }: { readonly board: Board }) {
  return (
    <div className={styles.trouble}>
      {board.newer && (
        <Banner kind="warning" title={m.boards_newer()}>
          {m.boards_newer_text()}
        </Banner>
      )}
      {board.setAside > 0 && (
        <Banner
          kind="warning"
          title={m.boards_set_aside({ count: board.setAside, digits: wholeNumber(board.setAside) })}
        >
          {m.boards_set_aside_text()}
        </Banner>
      )}
    </div>
  )
}
