import type { Answer, CardKind, Outcome } from '@shared/boards/schema'
import { m } from '@shared/messages'
import { IconCheck, IconCircleDashed, IconCircleHalf2, IconX } from '@tabler/icons-react'
import { useShow } from '../../api/current-show'
import { Icon, type IconDrawing } from '../../ui/icon'
import { IconVeil } from '../../ui/marks'
import { episodeLabel } from '../../ui/words'
import styles from './verdict.module.css'

const SIGNS: Readonly<Record<Outcome, IconDrawing>> = {
  yes: IconCheck,
  no: IconX,
  partly: IconCircleHalf2,
  open: IconCircleDashed,
}
const WORDS: Readonly<Record<Outcome, () => string>> = {
  yes: m.boards_yes,
  no: m.boards_no,
  partly: m.boards_partly,
  open: m.boards_open,
}
/** A question is answered; a theory or a prediction comes true or does not. */
const wordOf = (outcome: Outcome, kind: CardKind): string => {
  if (kind !== 'question' && outcome === 'yes') return m.boards_came_true()
  if (kind !== 'question' && outcome === 'no') return m.boards_did_not()
  return WORDS[outcome]()
}

/** What the show itself answered. Before it may be read, only that it does. */
export function Verdict({ answer, kind }: { readonly answer: Answer; readonly kind: CardKind }) {
  const { episodeByOrdinal } = useShow()
  if (answer.veiled)
    return (
      <p className={styles.veiled}>
        <Icon of={IconVeil} size="sm" />
        {m.boards_answer_veiled()}
      </p>
    )
  const episode = episodeByOrdinal(answer.ordinal)
  return (
    <div className={styles.verdict}>
      <b className={styles[answer.outcome]}>
        <Icon of={SIGNS[answer.outcome]} size="sm" />
        {wordOf(answer.outcome, kind)}
      </b>
      <p>
        {episode ? m.boards_answered({ episode: episodeLabel(episode), text: answer.text }) : answer.text}
      </p>
    </div>
  )
}
