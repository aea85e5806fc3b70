import type { RoleId } from '@shared/ids'
import { m } from '@shared/messages'
import { formatTimecode } from '@shared/timecode'
import { Link } from '@tanstack/react-router'
import { useAsk } from '../../api/ask'
import { SectionHead } from '../../ui/head'
import type { EpisodeMarks } from './episode-marks'
import styles from './role-mentions.module.css'

const KINDS = {
  question: m.cast_card_question,
  theory: m.cast_card_theory,
  prediction: m.cast_card_prediction,
} as const

/** The person's notes and the cards of the board that name a role. */
export function RoleMentions({ roleId, marks }: { readonly roleId: RoleId; readonly marks: EpisodeMarks }) {
  const { data } = useAsk('cast', 'mentions', { roleId })
  if (!data) return null
  const { notes, cards } = data
  return (
    <>
      {notes.length > 0 && (
        <section className={styles.section}>
          <SectionHead title={m.cast_notes_on()} level={3} />
          <ul className={styles.list}>
            {notes.map(({ id, title, excerpt, ordinal, atMs }) => (
              <li key={id}>
                <Link to="/notes" search={{ note: id }} className={styles.link}>
                  <span className={styles.mark}>
                    {[ordinal === null ? '' : marks.mark(ordinal), atMs === null ? '' : formatTimecode(atMs)]
                      .filter(Boolean)
                      .join(' ')}
                  </span>
                  <span className={styles.words}>{title || excerpt}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {cards.length > 0 && (
        <section className={styles.section}>
          <SectionHead title={m.cast_cards_on()} level={3} />
          <ul className={styles.list}>
            {cards.map(({ id, kind, text }) => (
              <li key={id}>
                <Link to="/speculation" search={{ card: id }} className={styles.link}>
                  <span className={styles.kind}>{KINDS[kind]()}</span>
                  <span className={styles.words}>{text}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
