import { m } from '@shared/messages'
import { IconChartDots, IconX } from '@tabler/icons-react'
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { People } from '../../../api/people'
import { Button, IconButton } from '../../../ui/button'
import { cx } from '../../../ui/cx'
import type { BoardChoice } from '../use-board'
import { SkillPanel } from './skill-panel'
import styles from './skill-place.module.css'

/** Below this the lanes need the whole width. */
const narrow = matchMedia('(width < 1180px)')
const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed)
      return () => narrow.removeEventListener('change', changed)
    },
    () => narrow.matches,
  )

const Opening = createContext<(() => void) | null>(null)

interface SkillPlaceProps {
  readonly choice: BoardChoice
  readonly people: People
  readonly children: ReactNode
}

/** The board with the scores beside it; where that is too narrow, in a sheet over its edge. */
export function SkillPlace({ choice, people, children }: SkillPlaceProps) {
  const isNarrow = useIsNarrow()
  const [isOpen, setOpen] = useState(false)
  const panel = <SkillPanel choice={choice} people={people} />
  return (
    <Opening.Provider value={isNarrow ? () => setOpen(true) : null}>
      <div className={styles.place}>
        {children}
        {!isNarrow && (
          <section className={styles.column} aria-label={m.scores_title()}>
            {panel}
          </section>
        )}
      </div>
      {isNarrow && (
        <ModalOverlay className={cx(styles.scrim)} isDismissable isOpen={isOpen} onOpenChange={setOpen}>
          <Modal className={cx(styles.sheet)}>
            <Dialog className={cx(styles.dialog)} aria-label={m.scores_title()}>
              <span className={styles.close}>
                <IconButton label={m.app_close()} icon={IconX} onPress={() => setOpen(false)} />
              </span>
              {panel}
            </Dialog>
          </Modal>
        </ModalOverlay>
      )}
    </Opening.Provider>
  )
}

/** Opens the scores where they do not stand beside the board. */
export function SkillButton() {
  const open = useContext(Opening)
  return open === null ? null : (
    <Button icon={IconChartDots} onPress={open}>
      {m.scores_title()}
    </Button>
  )
}
