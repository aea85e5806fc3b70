import { m } from '@shared/messages'
import { IconLock } from '@tabler/icons-react'
import { Icon } from '../../../ui/icon'
import { Who } from '../../../ui/who'
import { percent } from '../../../ui/words'
import { useBoardTools } from '../board-context'
import { grouped } from '../board-words'
import type { OpenCard } from '../lanes/lanes'
import styles from './odds-rows.module.css'

interface OddsRowsProps {
  readonly card: OpenCard
  /** The option whose odds are shown; yes by default. */
  readonly option?: number
  /** Without bars, for a card that is decided. */
  readonly isPlain?: boolean
}

/** Everybody's odds by name, whoever guesses first; sealed ones as their fingerprint. */
export function OddsRows({ card, option = 0, isPlain = false }: OddsRowsProps) {
  const { people, as } = useBoardTools()
  const { standing, sealed } = card.odds
  if (standing.length + sealed.length === 0) return null
  const mine = people.own(as)
  const rows = [...standing].sort((a, b) => Number(mine.has(b.memberId)) - Number(mine.has(a.memberId)))
  return (
    <ul className={styles.rows} data-plain={isPlain || undefined}>
      {rows.map(({ memberId, odds }) => {
        const person = people.of(memberId)
        const value = odds[option] ?? 0
        const isMine = mine.has(memberId)
        return (
          <li key={memberId}>
            <Who name={person.called} colour={person.colour} size="sm" />
            {!isPlain && (
              <span className={styles.bar} aria-hidden="true">
                <b
                  style={{
                    width: `${value}%`,
                    background: isMine ? 'var(--accent)' : `var(--p${person.colour})`,
                  }}
                />
              </span>
            )}
            <span className={styles.figure}>{percent(value)}</span>
          </li>
        )
      })}
      {sealed.map(({ memberId, fingerprint }) => {
        const person = people.of(memberId)
        return (
          <li key={memberId} className={styles.sealed}>
            <Who name={person.called} colour={person.colour} size="sm" />
            <span className={styles.print}>
              <Icon of={IconLock} size="sm" />
              <span className="vh">{m.boards_sealed_by({ name: person.name })}</span>
              {grouped(fingerprint)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
