import { m } from '@shared/messages'
import { memo, useRef } from 'react'
import { cx } from '../../../ui/cx'
import { spelledFirst } from '../../../ui/words'
import { useBoardTools, useLayerOn } from '../board-context'
import type { OpenCard } from '../lanes/lanes'
import { OddsPopover } from '../odds/odds-popover'
import { OddsRows } from '../odds/odds-rows'
import { OddsStrip } from '../odds/odds-strip'
import { OptionBars } from '../odds/option-bars'
import { CardScores } from '../scores/card-scores'
import { CardButton } from './card-button'
import styles from './card-face.module.css'
import { CardFoot } from './card-foot'
import { CardMenu } from './card-menu'
import { EvidenceChips } from './evidence-chips'
import { Grip } from './grip'
import { ResolveRow } from './resolve-row'
import { SealedCard } from './sealed-card'
import { ShowsAnswer, VerdictLine } from './verdict'

interface CardFaceProps {
  readonly card: OpenCard
  readonly isFocused: boolean
}

/** Others have guessed and one has not: nobody's odds are told before one's own are given. */
function Blind({ card }: { readonly card: OpenCard }) {
  const { openLayer } = useBoardTools()
  const { given } = card.odds
  return (
    <p className={styles.blind}>
      {m.boards_blind({ count: given, spelled: spelledFirst(given) })}{' '}
      <CardButton className="link" onClick={() => openLayer({ kind: 'odds', id: card.id })}>
        {m.boards_blind_give()}
      </CardButton>
    </p>
  )
}

function OddsPart({ card, isWide }: { readonly card: OpenCard; readonly isWide: boolean }) {
  const { odds, form } = card
  if (odds.blind && odds.standing.length === 0 && odds.sealed.length === 0) return <Blind card={card} />
  if (form.is !== 'yes-no') return <OptionBars card={card} />
  if (isWide || (odds.standing.length === 0 && odds.sealed.length > 0)) return <OddsRows card={card} />
  return odds.standing.length > 0 ? <OddsStrip card={card} /> : null
}

function Decided({ card }: { readonly card: OpenCard }) {
  const { people } = useBoardTools()
  const { wordsSealed: seal } = card
  return (
    <>
      <VerdictLine card={card} />
      <h3 className={styles.title}>{card.text}</h3>
      {seal && seal.matches !== null && (
        <p className={styles.excerpt}>
          {seal.matches
            ? m.boards_seal_matches({ name: people.of(card.authorId).called })
            : m.boards_seal_differs({ name: people.of(card.authorId).called })}
        </p>
      )}
      <CardScores card={card} />
    </>
  )
}

function Open({ card, isFocused }: CardFaceProps) {
  const { openCard, isFixed } = useBoardTools()
  const isOffered = card.answer !== null && !card.answer.veiled
  const canDecide = card.kind === 'prediction' || card.closedAt !== null
  return (
    <>
      <h3 className={styles.title}>{card.text}</h3>
      {card.excerpt !== '' && <p className={styles.excerpt}>{card.excerpt}</p>}
      <EvidenceChips card={card} onOpenCard={() => openCard(card)} />
      <OddsPart card={card} isWide={isFocused} />
      {card.answer && <ShowsAnswer card={card} isBrief={!isFocused} />}
      {isFocused && canDecide && !isOffered && !isFixed && <ResolveRow card={card} />}
      <CardFoot card={card} isWide={isFocused} />
    </>
  )
}

interface FaceProps extends CardFaceProps {
  /** The pointer is on it, or the focus: what can be done with it is there. */
  readonly isHovered: boolean
}

/** A card, in whichever state it is. */
export const CardFace = memo(function CardFace({ card, isFocused, isHovered }: FaceProps) {
  const face = useRef<HTMLElement>(null)
  const layer = useLayerOn(card.id)
  const isSealed = card.wordsSealed !== null && card.text === ''
  const isDecided = card.verdict !== null
  return (
    <article
      ref={face}
      className={cx(styles.card, isSealed && styles.sealed)}
      data-done={(isDecided && !isSealed) || undefined}
    >
      {isSealed ? (
        <SealedCard card={card} />
      ) : isDecided ? (
        <Decided card={card} />
      ) : (
        <Open card={card} isFocused={isFocused || layer !== null} />
      )}
      <div className={styles.tools}>
        <Grip text={card.text} />
        {(isHovered || isFocused || layer !== null) && <CardMenu card={card} />}
      </div>
      {(layer === 'odds' || layer === 'seal') && (
        <OddsPopover card={card} isSeal={layer === 'seal'} anchor={face} />
      )}
    </article>
  )
})
