import { m } from '@shared/messages'
import { IconCheck, IconCircleDashed, IconLockOpen, IconX } from '@tabler/icons-react'
import { useShow } from '../../../api/current-show'
import { Icon } from '../../../ui/icon'
import { IconVeil } from '../../../ui/marks'
import { Veil } from '../../../ui/veil'
import { episodeCode, episodeLabel } from '../../../ui/words'
import { outcomeWords } from '../board-words'
import type { OpenCard } from '../lanes/lanes'
import { CardButton } from './card-button'
import { useDecide } from './use-decide'
import styles from './verdict.module.css'

/** What became of a card, and in which episode. */
export function VerdictLine({ card }: { readonly card: OpenCard }) {
  const { episodeByOrdinal } = useShow()
  const { verdict, form, kind } = card
  if (!verdict) return null
  if (verdict.veiled) {
    const episode = episodeByOrdinal(verdict.safeAfter)
    return <Veil form="inline" safeAfter={episode ? episodeLabel(episode) : null} />
  }
  const { outcome } = verdict
  if (outcome === null) return null
  const episode = episodeByOrdinal(verdict.ordinal)
  const opened = card.wordsSealed !== null
  const tone = outcome === 'void' ? 'void' : form.is === 'yes-no' && outcome === 1 ? 'no' : 'yes'
  const sign = tone === 'void' ? IconCircleDashed : opened ? IconLockOpen : tone === 'no' ? IconX : IconCheck
  return (
    <span className={`${styles.verdict} ${styles[tone]}`}>
      <Icon of={sign} size="sm" />
      {outcomeWords(outcome, form, kind)}
      {episode && <span className={styles.place}>{episodeCode(episode)}</span>}
    </span>
  )
}

const SHOWS_WORDS = {
  yes: m.boards_shows_yes,
  no: m.boards_shows_no,
  partly: m.boards_shows_partly,
  open: m.boards_shows_open,
} as const

/** What the show itself answered: a verdict that can be taken over. Before it may be read, only that it does. */
export function ShowsAnswer({
  card,
  isBrief = false,
}: {
  readonly card: OpenCard
  readonly isBrief?: boolean
}) {
  const { episodeByOrdinal } = useShow()
  const decide = useDecide()
  const { answer } = card
  if (!answer) return null
  if (answer.veiled)
    return (
      <p className={styles.veiled}>
        <Icon of={IconVeil} size="sm" />
        {m.boards_answer_veiled()}
      </p>
    )
  const episode = episodeByOrdinal(answer.ordinal)
  const outcome = answer.outcome === 'yes' ? 0 : answer.outcome === 'no' ? 1 : null
  const isOffered = card.verdict === null && card.form.is === 'yes-no' && outcome !== null
  return (
    <div className={styles.answer}>
      <p>
        <b>{SHOWS_WORDS[answer.outcome]()}</b>{' '}
        {isOffered && (
          <CardButton className="link" onClick={() => decide(card, outcome)}>
            {m.boards_resolve_so()}
          </CardButton>
        )}
      </p>
      {!isBrief && (
        <p className="muted">
          {episode ? m.boards_answered({ episode: episodeLabel(episode), text: answer.text }) : answer.text}
        </p>
      )}
    </div>
  )
}
