import type { Press } from '@shared/library/press-schema'
import { m } from '@shared/messages'
import type { Lifted } from '@shared/veil/schema'
import { useShow } from '../../api/current-show'
import { Veil } from '../../ui/veil'
import { episodeCode, wholeNumber } from '../../ui/words'
import styles from './figures-table.module.css'
import { useSafeLabel } from './safe-label'
import { SourceLinks } from './source-links'

function AudienceFigures({ figures }: { readonly figures: Press['audience'] }) {
  const safeLabel = useSafeLabel()
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{m.library_figures_audience()}</h3>
      <ul>
        {figures.map((figure, index) => (
          <li key={figure.veiled ? index : figure.id} className={styles.figure}>
            {figure.veiled ? (
              <Veil safeAfter={safeLabel(figure.safeAfter)} />
            ) : (
              <>
                <p>{figure.text}</p>
                <SourceLinks sources={figure.sources} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Tracker = Lifted<Press['trackers'][number]>

function TrackerReadings({ tracker }: { readonly tracker: Tracker }) {
  const { episodeByOrdinal } = useShow()
  const safeLabel = useSafeLabel()
  const open = tracker.readings.filter((reading): reading is Lifted<typeof reading> => !reading.veiled)
  const veils = [
    ...new Set(tracker.readings.flatMap((reading) => (reading.veiled ? [reading.safeAfter] : []))),
  ]
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{m.library_figures_readings({ name: tracker.name })}</h3>
      {open.length > 0 && (
        <table className={styles.table}>
          <thead className="vh">
            <tr>
              <th scope="col">{m.library_figures_episode()}</th>
              <th scope="col">{m.library_figures_moment()}</th>
              <th scope="col">{m.library_figures_value()}</th>
              <th scope="col">{m.library_sources()}</th>
            </tr>
          </thead>
          <tbody>
            {open.map(({ id, ordinal, point, value, words, disputed, note, sources }) => {
              const episode = episodeByOrdinal(ordinal)
              return (
                <tr key={id}>
                  <td className="num">{episode ? episodeCode(episode) : ''}</td>
                  <td>
                    {point}
                    {note && <small>{note}</small>}
                  </td>
                  <td className={styles.value}>
                    {value === null ? (
                      <i>{words ?? m.library_figures_unknown()}</i>
                    ) : (
                      <span className="num">{wholeNumber(value)}</span>
                    )}
                    {disputed && <small className={styles.disputed}>{m.library_figures_disputed()}</small>}
                  </td>
                  <td>
                    <SourceLinks sources={sources} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {veils.map((safeAfter) => (
        <div key={safeAfter ?? 0} className={styles.veil}>
          <Veil safeAfter={safeLabel(safeAfter)} />
        </div>
      ))}
    </section>
  )
}

/** The figures behind the house: every count and every number that the screen showed, with who says so. */
export function FiguresTable({ press }: { readonly press: Press }) {
  const trackers = press.trackers.filter((tracker): tracker is Tracker => !tracker.veiled)
  return (
    <div className={styles.figures}>
      {press.audience.length > 0 && <AudienceFigures figures={press.audience} />}
      {trackers.map((tracker) => (
        <TrackerReadings key={tracker.id} tracker={tracker} />
      ))}
    </div>
  )
}
