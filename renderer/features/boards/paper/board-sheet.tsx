import type { Board } from '@shared/boards/schema'
import { m } from '@shared/messages'
import { formatTimecode } from '@shared/timecode'
import { useShow } from '../../../api/current-show'
import type { People } from '../../../api/people'
import { episodeCode, episodeLabel, percent, spelledFirst } from '../../../ui/words'
import { laneName, optionNames, outcomeWords } from '../board-words'
import { isOpen, type OpenCard } from '../lanes/lanes'
import styles from './board-sheet.module.css'

/** What the file of a printed board is called. */
export const boardTitle = (show: string, board: string | null): string =>
  m.boards_paper_title({ show, board: board ?? m.boards_title() })

/** A board as a list to take along: lane by lane, what may be read. Veiled cards are left out, and counted. */
export function BoardSheet({
  board,
  show,
  people,
}: {
  readonly board: Board
  readonly show: string
  readonly people: People
}) {
  const { reach, episodeByOrdinal } = useShow()
  const last = episodeByOrdinal(reach)
  const veiled = board.lanes.flatMap(({ cards }) => cards).filter((card) => card.veiled).length
  return (
    <article className={styles.sheet}>
      <header className={styles.head} data-block>
        <p className={styles.show}>{show}</p>
        <h1>{board.title ?? m.boards_title()}</h1>
        {last && <p className={styles.under}>{m.boards_paper_as_of({ episode: episodeLabel(last) })}</p>}
      </header>
      {board.lanes.map((lane) => {
        const cards = lane.cards.filter(isOpen)
        return cards.length === 0 ? null : (
          <section key={lane.id}>
            <h2 data-block>{laneName(lane)}</h2>
            {cards.map((card) => (
              <PaperCard key={card.id} card={card} people={people} />
            ))}
          </section>
        )
      })}
      {veiled > 0 && (
        <p className={styles.under} data-block>
          {m.boards_archive_veiled({ count: veiled, spelled: spelledFirst(veiled) })}
        </p>
      )}
    </article>
  )
}

function PaperCard({ card, people }: { readonly card: OpenCard; readonly people: People }) {
  const { episodeByOrdinal } = useShow()
  const { odds, verdict, form, kind } = card
  const names = optionNames(form)
  const rests = card.evidence.flatMap((chip) => {
    const episode = chip.veiled ? null : episodeByOrdinal(chip.ordinal)
    if (chip.veiled || !episode) return []
    const place = [episodeCode(episode), chip.atMs === null ? null : formatTimecode(chip.atMs)]
    return [{ id: chip.id, against: chip.stance === 'against', words: place.filter(Boolean).join(' · ') }]
  })
  const said = (each: readonly number[]) =>
    form.is === 'yes-no'
      ? percent(each[0] ?? 0)
      : names.map((name, at) => `${name} ${percent(each[at] ?? 0)}`).join(', ')
  const decided = verdict && !verdict.veiled && verdict.outcome !== null ? verdict.outcome : null
  return (
    <section className={styles.card} data-block>
      <h3>{card.text === '' ? m.boards_sealed_title() : card.text}</h3>
      {card.excerpt !== '' && <p>{card.excerpt}</p>}
      {rests.length > 0 && (
        <p className={styles.rests}>
          {rests.map(({ id, against, words }) => (
            <span key={id} data-against={against || undefined}>
              {words}
            </span>
          ))}
        </p>
      )}
      {odds.standing.length > 0 && (
        <ul className={styles.odds}>
          {odds.standing.map(({ memberId, odds: each }) => (
            <li key={memberId}>
              <span>{people.of(memberId).called}</span>
              <b>{said(each)}</b>
            </li>
          ))}
        </ul>
      )}
      {decided !== null && <p className={styles.verdict}>{outcomeWords(decided, form, kind)}</p>}
    </section>
  )
}
