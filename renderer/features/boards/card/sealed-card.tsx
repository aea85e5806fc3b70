import { initialOf } from '@shared/members/rules'
import { m } from '@shared/messages'
import { IconLock } from '@tabler/icons-react'
import { useShow } from '../../../api/current-show'
import { Icon } from '../../../ui/icon'
import { dayOf, episodeLabel } from '../../../ui/words'
import { useBoardTools } from '../board-context'
import { grouped } from '../board-words'
import type { OpenCard } from '../lanes/lanes'
import styles from './sealed-card.module.css'

/** A prediction whose words nobody can read yet: who wrote it, when it opens, and the fingerprint of what it says. */
export function SealedCard({ card }: { readonly card: OpenCard }) {
  const { episodeByOrdinal } = useShow()
  const { people } = useBoardTools()
  const { wordsSealed: seal } = card
  if (!seal) return null
  const author = people.of(card.authorId)
  const closes = episodeByOrdinal(card.closes)
  const day = dayOf(seal.at)
  return (
    <>
      <span className={styles.wax} aria-hidden="true">
        <span>{initialOf(author.called)}</span>
      </span>
      <h3 className={styles.title}>{m.boards_sealed_title()}</h3>
      <p>
        {author.me ? m.boards_sealed_yours({ day }) : m.boards_sealed_written({ name: author.name, day })}{' '}
        {closes ? m.boards_sealed_opens({ episode: episodeLabel(closes) }) : m.boards_sealed_opens_all()}
      </p>
      <footer className={styles.foot}>
        <span className={styles.print}>{grouped(seal.fingerprint)}</span>
        <Icon of={IconLock} size="sm" />
      </footer>
    </>
  )
}
