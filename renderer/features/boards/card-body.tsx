import type { Lane } from '@shared/boards/schema'
import { m } from '@shared/messages'
import { IconGripVertical } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { useShow } from '../../api/current-show'
import { Icon } from '../../ui/icon'
import { episodeCode } from '../../ui/words'
import styles from './card-body.module.css'
import type { OpenCard } from './lanes'
import { Verdict } from './verdict'

interface CardBodyProps {
  readonly card: OpenCard
  readonly lane: Lane
  readonly menu: ReactNode
}

/** A card: what it says, what it rests on, where it comes from, and what the show made of it. */
export function CardBody({ card, lane, menu }: CardBodyProps) {
  const { episodeByOrdinal } = useShow()
  const episode = episodeByOrdinal(card.ordinal)
  return (
    <article className={styles.card} data-done={lane === 'resolved' || undefined}>
      <h3 className={styles.text}>{card.text}</h3>
      {card.details.trim() !== '' && (
        <p className={styles.details} data-mine={card.origin === 'mine' || undefined}>
          {card.details}
        </p>
      )}
      {card.answer && <Verdict answer={card.answer} kind={card.kind} />}
      <footer className={styles.foot}>
        <span>{card.origin === 'pack' ? m.boards_origin_pack() : m.boards_origin_mine()}</span>
        <div className={styles.tools}>
          <Button slot="drag" className={styles.grip ?? ''} aria-label={m.boards_drag({ card: card.text })}>
            <Icon of={IconGripVertical} size="sm" />
          </Button>
          {menu}
        </div>
        {episode && <span className={styles.episode}>{episodeCode(episode)}</span>}
      </footer>
    </article>
  )
}
