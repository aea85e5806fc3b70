import type { OpenQuestion as Question } from '@shared/boards/schema'
import { m } from '@shared/messages'
import { Link } from '@tanstack/react-router'
import { useShow } from '../../api/current-show'
import type { YesOdds } from '../../api/people'
import { usePeople } from '../../api/people'
import { OddsFigure, OddsLine } from '../../ui/odds-line'
import { episodeLabel, percent, spelledFirst } from '../../ui/words'
import styles from './open-questions.module.css'

/** Who has guessed, and how: `Five odds, yours 82%`. Null while nobody has. */
function saidOf({ given, blind, crowd }: Question['odds'], own: number | undefined): string | null {
  if (given === 0) return null
  const all = m.library_odds({ count: given, spelled: spelledFirst(given) })
  if (blind) return m.library_odds_blind({ given: all })
  if (crowd === null) return m.library_odds_sealed({ given: all })
  return own === undefined ? all : m.library_odds_yours({ given: all, odds: percent(own) })
}

const Odds = ({ crowd, own, others }: YesOdds) => (
  <div className={styles.odds}>
    <OddsLine crowd={crowd} own={own} others={others} />
    <OddsFigure>
      {crowd !== undefined && (
        <>
          <span className="vh">{m.boards_crowd({ odds: percent(crowd) })}</span>
          <span aria-hidden="true">{percent(crowd)}</span>
        </>
      )}
    </OddsFigure>
  </div>
)

/** A question that is open, and what everybody thinks of it. Leads to its card. */
export function OpenQuestion({ question }: { readonly question: Question }) {
  const { episodeByOrdinal } = useShow()
  const people = usePeople()
  const { id, text, ordinal, form, odds } = question
  const yes = form.is === 'yes-no' ? people.yes(odds, null) : null
  const raised = episodeByOrdinal(ordinal)
  return (
    <li>
      <Link to="/speculation" search={{ card: id }} className={styles.question}>
        {text}
      </Link>
      {yes?.crowd !== undefined && <Odds {...yes} />}
      <span className={styles.said}>
        {saidOf(odds, yes?.own) ??
          (raised
            ? m.library_question_raised({ episode: episodeLabel(raised) })
            : m.library_question_yours())}
      </span>
    </li>
  )
}
