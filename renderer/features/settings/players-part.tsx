import { m } from '@shared/messages'
import type { PlayerSetup } from '@shared/watch/player-schema'
import { IconHandStop, IconPlug, IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsk } from '../../api/ask'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import { errorWords } from '../../ui/error-words'
import { SectionHead } from '../../ui/head'
import { Icon, type IconDrawing } from '../../ui/icon'
import part from './part.module.css'
import { PlayerDialog } from './player-dialog'
import { playerLine, playerName, standingWords } from './player-words'
import styles from './players-part.module.css'

const ANSWERS = new Set(['playing', 'paused', 'idle'])
const answers = ({ enabled, standing }: PlayerSetup) =>
  enabled && standing !== null && ANSWERS.has(standing.state)

interface RowProps {
  readonly icon: IconDrawing
  readonly name: string
  readonly line: string
  readonly state: string
  readonly good?: boolean
  readonly children?: React.ReactNode
}

const Row = ({ icon, name, line, state, good = false, children }: RowProps) => (
  <li className={styles.row}>
    <Icon of={icon} className={cx(styles.icon)} />
    <div className={styles.words}>
      <b>{name}</b>
      <p>{line}</p>
    </div>
    <span className={cx(styles.state, good && styles.good)}>{state}</span>
    {children}
  </li>
)

/** The players that the clock can follow, and how each stands. */
export function PlayersPart() {
  const asked = useAsk('watch', 'players', undefined)
  const [open, setOpen] = useState<PlayerSetup | null>(null)
  return (
    <section>
      <SectionHead title={m.players_title()} />
      <p className={part.about}>{m.players_about()}</p>
      {asked.error && (
        <Banner kind="error" title={errorWords(asked.error).title}>
          {errorWords(asked.error).text}
        </Banner>
      )}
      <ul aria-label={m.players_title()}>
        {asked.data?.map((setup) => (
          <Row
            key={setup.kind}
            icon={answers(setup) ? IconPlugConnected : IconPlug}
            name={playerName(setup.kind)}
            line={playerLine(setup)}
            state={standingWords(setup)}
            good={answers(setup)}
          >
            {setup.possible && (
              <Button
                size="sm"
                aria-label={m.players_set_up_of({ player: playerName(setup.kind) })}
                onPress={() => setOpen(setup)}
              >
                {m.players_set_up()}
              </Button>
            )}
          </Row>
        ))}
        <Row
          icon={IconHandStop}
          name={m.players_manual()}
          line={m.players_manual_text()}
          state={m.players_manual_state()}
        />
      </ul>
      {open && <PlayerDialog key={open.kind} setup={open} onClose={() => setOpen(null)} />}
    </section>
  )
}
