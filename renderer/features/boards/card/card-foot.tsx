import { m } from '@shared/messages'
import { useShow } from '../../../api/current-show'
import { Who } from '../../../ui/who'
import { episodeLabel, percent, spelled } from '../../../ui/words'
import { useBoardTools } from '../board-context'
import type { OpenCard } from '../lanes/lanes'
import { CardButton } from './card-button'
import styles from './card-foot.module.css'

interface CardFootProps {
  readonly card: OpenCard
  /** The card shows everybody's odds, so the foot says when it closes and what the crowd thinks. */
  readonly isWide: boolean
}

function By({ card }: { readonly card: OpenCard }) {
  const { people } = useBoardTools()
  if (card.origin === 'pack') return <span className={styles.name}>{m.boards_origin_pack()}</span>
  const author = people.of(card.authorId)
  return (
    <span className={styles.by}>
      <Who name={author.called} colour={author.colour} size="sm" silent />
      <span className={styles.name}>{author.me ? m.boards_origin_mine() : author.name}</span>
    </span>
  )
}

/** What stands at the far end: when it closes, what speaks for it, or how many have guessed. */
function useStatus(card: OpenCard): string | null {
  const { episodeByOrdinal } = useShow()
  const { odds, evidence, kind } = card
  const closes = episodeByOrdinal(card.closes)
  if (card.closedAt !== null) return m.boards_closed()
  if (kind === 'prediction' && closes) return m.boards_closes({ episode: episodeLabel(closes) })
  const stances = evidence.flatMap((chip) => (chip.veiled ? [] : [chip.stance]))
  const against = stances.filter((stance) => stance === 'against').length
  if (kind === 'theory' && against > 0)
    return m.boards_for_against({ for: spelled(stances.length - against), against: spelled(against) })
  return odds.given > 0 ? m.boards_odds_given({ count: odds.given, spelled: spelled(odds.given) }) : null
}

/** Who wrote a card, and how it stands. */
export function CardFoot({ card, isWide }: CardFootProps) {
  const { episodeByOrdinal } = useShow()
  const { openLayer, isFixed } = useBoardTools()
  const status = useStatus(card)
  const closes = episodeByOrdinal(card.closes)
  const { given, crowd, standing } = card.odds
  if (isWide && card.form.is === 'yes-no' && standing.length > 0)
    return (
      <footer className={styles.foot}>
        {closes && card.closedAt === null ? (
          <span>{m.boards_closes_at({ episode: episodeLabel(closes) })}</span>
        ) : (
          <By card={card} />
        )}
        <span className={styles.push}>
          {crowd ? m.boards_crowd({ odds: percent(crowd[0] ?? 0) }).toLocaleLowerCase() : status}
        </span>
      </footer>
    )
  const isFirst = given === 0 && card.closedAt === null && card.verdict === null && !isFixed
  return (
    <footer className={styles.foot}>
      <By card={card} />
      <span className={styles.push}>
        {isFirst ? (
          <CardButton className="link" onClick={() => openLayer({ kind: 'odds', id: card.id })}>
            {m.boards_first_odds()}
          </CardButton>
        ) : (
          status
        )}
      </span>
    </footer>
  )
}
