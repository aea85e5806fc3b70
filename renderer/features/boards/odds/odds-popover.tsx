import type { Odds } from '@shared/boards/odds-schema'
import { optionsOf } from '@shared/boards/rules'
import { m } from '@shared/messages'
import { type RefObject, useState } from 'react'
import { Dialog, Heading } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '../../../ui/button'
import { cx } from '../../../ui/cx'
import menu from '../../../ui/menu.module.css'
import { useBoardTools } from '../board-context'
import type { OpenCard } from '../lanes/lanes'
import { OddsFields } from './odds-fields'
import styles from './odds-popover.module.css'
import { evenOdds } from './odds-share'

interface OddsPopoverProps {
  readonly card: OpenCard
  /** It was opened to seal. */
  readonly isSeal: boolean
  readonly anchor: RefObject<HTMLElement | null>
}

/** Where whoever guesses sets their odds: Enter gives them, Ctrl and Enter seals them. */
export function OddsPopover({ card, isSeal, anchor }: OddsPopoverProps) {
  const { acts, people, as, closeLayer } = useBoardTools()
  const mine = people.own(as)
  const own = card.odds.standing.find(({ memberId }) => mine.has(memberId))?.odds
  const [odds, setOdds] = useState<Odds>(own ?? evenOdds(optionsOf(card.form)))
  const close = () => closeLayer(isSeal ? 'seal' : 'odds')
  const act = (isSealed: boolean) => {
    close()
    void (isSealed ? acts.sealOdds(card, odds) : acts.giveOdds(card, odds))
  }
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && close()}
      placement="bottom"
      offset={4}
      className={cx(menu.pop, styles.pop)}
    >
      <Dialog className={cx(styles.dialog)}>
        <Heading slot="title" className={cx(styles.title)}>
          {people.present.length > 1
            ? m.boards_odds_of({ name: people.of(as).called })
            : m.boards_odds_title()}
        </Heading>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter works in every field of it */}
        <div
          className={styles.body}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
            event.preventDefault()
            act(isSeal || event.ctrlKey || event.metaKey)
          }}
        >
          <OddsFields form={card.form} odds={odds} onChange={setOdds} autoFocus />
          {isSeal && <p className={styles.hint}>{m.boards_seal_hint()}</p>}
          <div className={styles.actions}>
            {isSeal ? (
              <Button size="sm" variant="primary" keys={['Enter']} onPress={() => act(true)}>
                {m.boards_odds_seal()}
              </Button>
            ) : (
              <>
                <Button size="sm" variant="quiet" keys={['Ctrl', 'Enter']} onPress={() => act(true)}>
                  {m.boards_odds_seal()}
                </Button>
                <Button size="sm" variant="primary" keys={['Enter']} onPress={() => act(false)}>
                  {m.boards_odds_set()}
                </Button>
              </>
            )}
          </div>
        </div>
      </Dialog>
    </Popover>
  )
}
