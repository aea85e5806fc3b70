import { type ShowId, ThreadId } from '@shared/ids'
import { m } from '@shared/messages'
import { RECAP_LENGTHS, RECAP_VIEWS } from '@shared/recap/choices'
import type { PrintedNote, PrintedSection, Programme } from '@shared/recap/programme'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { useShow } from '../../api/current-show'
import { tellDrawn } from '../../api/paper'
import paper from '../../ui/paper.module.css'
import styles from './print-page.module.css'
import { useProgramme, useTelling } from './use-programme'

const route = getRouteApi('/print/recap')

/** The recap on paper: what the shell prints and photographs, in a window that nobody sees. */
export default function RecapPrintPage() {
  const { showId } = useShow()
  const asked = route.useSearch()
  return showId === asked.showId ? <Pages showId={showId} /> : null
}

function Pages({ showId }: { readonly showId: ShowId }) {
  const { job, kind, ...asked } = route.useSearch()
  const view = RECAP_VIEWS.find((one) => one === asked.view) ?? 'episode'
  const length = RECAP_LENGTHS.find((one) => one === asked.length) ?? 'full'
  const hidden = useMemo(() => {
    const ids = asked.hidden.split(' ').map((id) => ThreadId.safeParse(id))
    return new Set(ids.flatMap((id) => (id.success ? [id.data] : [])))
  }, [asked.hidden])
  const told = useTelling(showId, { view, length }, hidden)
  const programme = useProgramme(told)
  const sheet = useRef<HTMLDivElement>(null)
  const ready = told.ready && programme !== null
  const title = programme?.title ?? ''
  useEffect(() => {
    if (!ready) return
    document.title = title
    void tellDrawn(job, title, sheet.current)
  }, [ready, job, title])
  return (
    <div className={paper.ground} data-theme="papier" data-print={kind}>
      <div ref={sheet}>{ready && <Sheet programme={programme} />}</div>
    </div>
  )
}

function Sheet({ programme }: { readonly programme: Programme }) {
  const { title, show, away, questions, standing, sections } = programme

  return (
    <article className={paper.sheet}>
      <header className={styles.head} data-block>
        <p className={styles.show}>{show}</p>
        <p className={styles.previously} aria-hidden="true">
          {m.recap_title_before()}
          <em>{m.recap_title_em()}</em>
        </p>
        <h1 className={styles.title}>{title}</h1>
      </header>
      {away !== null && <p className={styles.away}>{away}</p>}
      {questions && (
        <section className={styles.questions} data-block>
          <h2>{questions.heading}</h2>
          <ul>
            {questions.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      )}
      {standing !== null && <p className={styles.standing}>{standing}</p>}
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections of a printed page never change places
        <Act key={at} section={section} />
      ))}
    </article>
  )
}

function Act({ section: { heading, beats, notes } }: { readonly section: PrintedSection }) {
  return (
    <section className={styles.act} data-block>
      <h2>{heading}</h2>
      {beats.length > 0 && (
        <ol>
          {beats.map(({ text, place, notes: own }, at) => (
            // beats of a printed page never change places
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={at} className={styles.beat} data-block>
              <p>
                {text}
                {place !== null && <span className={styles.place}> {place}</span>}
              </p>
              <Notes notes={own} />
            </li>
          ))}
        </ol>
      )}
      <Notes notes={notes} />
    </section>
  )
}

function Notes({ notes }: { readonly notes: readonly PrintedNote[] }) {
  return notes.map(({ time, title, text }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: notes of a printed page never change places
    <blockquote key={at} className={styles.note} data-block>
      {time !== null && <span className={styles.time}>{time}</span>}
      {title !== '' && text !== '' && <b>{title}</b>}
      <p>{text === '' ? title : text}</p>
    </blockquote>
  ))
}
