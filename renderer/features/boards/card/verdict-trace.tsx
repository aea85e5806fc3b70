import type { Outcome } from '@shared/boards/odds-schema'
import { m } from '@shared/messages'
import { type SyntheticEvent, useState } from 'react'
import { useShow } from '../../../api/current-show'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/field'
import { SectionHead } from '../../../ui/head'
import { Select } from '../../../ui/select'
import { Veil } from '../../../ui/veil'
import { dayOf, episodeLabel } from '../../../ui/words'
import { useBoardTools } from '../board-context'
import { optionNames, outcomeWords } from '../board-words'
import { faceOf, type PageOfCard } from './card-of-page'
import { chosen, episodeChoices, NONE } from './episode-choices'
import styles from './verdict-trace.module.css'

const VOID = 'void'
const AGAIN = 'open'

/** Decides a card with the episode and the words that go with it. */
function Decide({ card, onClose }: { readonly card: PageOfCard; readonly onClose: () => void }) {
  const { acts } = useBoardTools()
  const { episodes, reach } = useShow()
  const seen = episodes.filter(({ ordinal }) => reach !== null && ordinal <= reach + 1)
  const standing = card.verdict && !card.verdict.veiled ? card.verdict : null
  const [outcome, setOutcome] = useState<string>(String(standing?.outcome ?? 0))
  const [ordinal, setOrdinal] = useState<number | null>(standing?.ordinal ?? null)
  const [text, setText] = useState(standing?.text ?? '')
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const decided: Outcome | null = outcome === AGAIN ? null : outcome === VOID ? VOID : Number(outcome)
    const place = seen.find((episode) => episode.ordinal === ordinal)?.ordinal ?? null
    if (await acts.resolve(faceOf(card), { outcome: decided, ordinal: place, text })) onClose()
  }
  const choices = [
    ...optionNames(card.form).map((_, option) => ({
      id: String(option),
      label: outcomeWords(option, card.form, card.kind),
    })),
    { id: VOID, label: m.boards_void() },
    ...(standing ? [{ id: AGAIN, label: m.boards_open_again() }] : []),
  ]
  return (
    <form className={styles.decide} onSubmit={(event) => void submit(event)}>
      <Select label={m.boards_outcome()} choices={choices} value={outcome} onChange={setOutcome} />
      <Select
        label={m.boards_decided_in()}
        choices={[{ id: NONE, label: m.boards_no_episode() }, ...episodeChoices(seen)]}
        value={ordinal === null ? NONE : String(ordinal)}
        onChange={(id) => setOrdinal(chosen(id))}
      />
      <TextField label={m.boards_because()} value={text} maxLength={2000} onChange={setText} />
      <div className={styles.row}>
        <Button size="sm" variant="quiet" onPress={onClose}>
          {m.app_cancel()}
        </Button>
        <Button size="sm" type="submit">
          {m.boards_resolve()}
        </Button>
      </div>
    </form>
  )
}

/** What was decided, by whom and when; every decision stays to be seen. */
export function VerdictTrace({ card }: { readonly card: PageOfCard }) {
  const { people, isFixed } = useBoardTools()
  const { episodeByOrdinal } = useShow()
  const [isDeciding, setIsDeciding] = useState(false)
  return (
    <section className={styles.part}>
      <SectionHead title={m.boards_verdict()} level={3} />
      {card.trace.length === 0 && <p className="muted">{m.boards_verdict_none()}</p>}
      <ol className={styles.trace}>
        {card.trace.map((verdict, at) => {
          if (verdict.veiled) {
            const episode = episodeByOrdinal(verdict.safeAfter)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a veil has nothing that would tell it from another
              <li key={at}>
                <Veil form="inline" safeAfter={episode ? episodeLabel(episode) : null} />
              </li>
            )
          }
          const episode = episodeByOrdinal(verdict.ordinal)
          return (
            <li key={verdict.id}>
              <b>
                {verdict.outcome === null
                  ? m.boards_reopened()
                  : outcomeWords(verdict.outcome, card.form, card.kind)}
                {episode && ` · ${episodeLabel(episode)}`}
              </b>
              {verdict.text !== '' && <p>{verdict.text}</p>}
              <small>
                {m.boards_decided_by({ name: people.of(verdict.memberId).called, day: dayOf(verdict.at) })}
              </small>
            </li>
          )
        })}
      </ol>
      {isDeciding ? (
        <Decide card={card} onClose={() => setIsDeciding(false)} />
      ) : (
        !isFixed && (
          <Button size="sm" onPress={() => setIsDeciding(true)}>
            {card.verdict ? m.boards_revise() : m.boards_resolve()}
          </Button>
        )
      )}
    </section>
  )
}
