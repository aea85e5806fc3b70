import type { Chip } from '@shared/boards/evidence-schema'
import { m } from '@shared/messages'
import { formatTimecode } from '@shared/timecode'
import { useShow } from '../../../api/current-show'
import { cx } from '../../../ui/cx'
import { Veil } from '../../../ui/veil'
import { episodeCode, episodeLabel } from '../../../ui/words'
import type { OpenCard } from '../lanes/lanes'
import { CardButton } from './card-button'
import styles from './evidence-chips.module.css'
import { useMoment } from './use-moment'

/** As many as a card has room for. */
const MOST = 4

const GROUND_WORDS = {
  note: m.boards_ground_note,
  quote: m.boards_ground_quote,
  line: m.boards_ground_line,
  beat: m.boards_ground_beat,
  moment: m.boards_ground_moment,
} as const

/** What evidence is, by its kind. */
export const groundName = (is: keyof typeof GROUND_WORDS): string => GROUND_WORDS[is]()

interface OneProps {
  readonly chip: Chip
  readonly onOpenCard: () => void
}

/** One piece of evidence: its moment, dashed when it speaks against. */
function One({ chip, onOpenCard }: OneProps) {
  const { episodeByOrdinal } = useShow()
  const open = useMoment()
  if (chip.veiled) {
    const episode = episodeByOrdinal(chip.safeAfter)
    return <Veil form="inline" brief safeAfter={episode ? episodeLabel(episode) : null} />
  }
  const episode = episodeByOrdinal(chip.ordinal)
  const time = chip.atMs === null ? null : formatTimecode(chip.atMs)
  const place = episode ? episodeCode(episode) : null
  const words = [place, time].filter(Boolean).join(' · ') || groundName(chip.is)
  const spoken = { what: groundName(chip.is), place: words }
  return (
    <CardButton
      className={cx(styles.chip, chip.stance === 'against' && styles.against, chip.gone && styles.gone)}
      aria-label={chip.stance === 'for' ? m.boards_chip_for(spoken) : m.boards_chip_against(spoken)}
      onClick={() => (chip.atMs !== null && episode ? open(chip) : onOpenCard())}
    >
      {words}
    </CardButton>
  )
}

interface EvidenceChipsProps {
  readonly card: OpenCard
  readonly onOpenCard: () => void
}

/** What a card rests on, as moments that open. */
export function EvidenceChips({ card, onOpenCard }: EvidenceChipsProps) {
  const { evidence } = card
  if (evidence.length === 0) return null
  const shown = evidence.length > MOST ? evidence.slice(0, MOST - 1) : evidence
  const more = evidence.length - shown.length
  return (
    <div className={styles.chips}>
      {shown.map((chip, at) => (
        <One key={chip.veiled ? `veil-${at}` : chip.id} chip={chip} onOpenCard={onOpenCard} />
      ))}
      {more > 0 && (
        <CardButton
          className={cx(styles.chip)}
          aria-label={m.boards_evidence_more({ count: more })}
          onClick={onOpenCard}
        >
          {m.boards_more_count({ n: String(more) })}
        </CardButton>
      )}
    </div>
  )
}
