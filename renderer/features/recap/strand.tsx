import type { Section } from '@shared/recap/telling'
import { Link } from '@tanstack/react-router'
import { BeatLine } from './beat-line'
import styles from './episode-beats.module.css'

/** A name that a section can be found by on the page. */
export const sectionKey = ({ of }: Section): string =>
  of.view === 'episode' ? String(of.ordinal) : of.view === 'character' ? of.role.id : of.id

/** What happened to one character, or in one storyline, from the start to the reading line. */
export function Strand({ section }: { readonly section: Section }) {
  const { of, beats } = section
  const id = `recap-${sectionKey(section)}`
  if (of.view === 'episode') return null
  return (
    <section className={styles.episode} aria-labelledby={id} data-section={sectionKey(section)}>
      <header className={styles.words}>
        <h2 id={id} className={styles.title}>
          {of.view === 'character' ? (
            <Link to="/cast/$roleId" params={{ roleId: of.role.id }} className={styles.way}>
              {of.role.name}
            </Link>
          ) : (
            of.name
          )}
        </h2>
      </header>
      <ol className={styles.beats}>
        {beats.map((told) => (
          <BeatLine key={told.beat.id} told={told} />
        ))}
      </ol>
    </section>
  )
}
