import type { ShowId } from '@shared/ids'
import { disagreement } from '@shared/library/press-rules'
import type { AudienceFigure, Press } from '@shared/library/press-schema'
import { m } from '@shared/messages'
import type { Lifted } from '@shared/veil/schema'
import { peek } from '../../api/peek'
import { keyedVeils } from '../../ui/keyed-veils'
import { Veil } from '../../ui/veil'
import { bigNumber } from '../../ui/words'
import styles from './audience-figures.module.css'
import { useSafeLabel } from './safe-label'
import { SourceLinks } from './source-links'

type Open = Lifted<AudienceFigure>

const UNITS: Record<Open['unit'], () => string> = {
  households: m.library_figures_households,
  people: m.library_figures_people,
  fans: m.library_figures_fans,
}
const DISAGREE = {
  value: m.library_figures_disagree_value,
  unit: m.library_figures_disagree_unit,
} as const

function Figure({ figure }: { readonly figure: Open }) {
  const { digits, scale } = bigNumber(figure.value)
  return (
    <>
      <p className={styles.count}>
        <span className={styles.big}>{digits}</span>
        <span>{scale}</span>
      </p>
      <p className={styles.window}>
        <b>{UNITS[figure.unit]()}</b>
        {' · '}
        {figure.windowDays === null
          ? m.library_figures_no_days()
          : m.library_figures_days({ days: figure.windowDays })}
      </p>
      <p className={styles.text}>{figure.text}</p>
      <SourceLinks sources={figure.sources} dated />
      {figure.sources.every(({ date }) => date === null) && (
        <p className={styles.window}>{m.library_figures_undated()}</p>
      )}
    </>
  )
}

/** Every count of the audience with who says so, side by side, and never put together into one. */
export function AudienceFigures({
  figures,
  showId,
}: {
  readonly figures: Press['audience']
  readonly showId: ShowId
}) {
  const safeLabel = useSafeLabel()
  const open = figures.filter((figure): figure is Open => !figure.veiled)
  const veils = figures.flatMap((figure) => (figure.veiled ? [figure] : []))
  const against = disagreement(open)
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{m.library_figures_audience()}</h3>
      {against && <p className={styles.against}>{DISAGREE[against]()}</p>}
      <ul className={styles.figures}>
        {open.map((figure) => (
          <li key={figure.id}>
            <Figure figure={figure} />
          </li>
        ))}
        {keyedVeils(veils).map(({ key, veil: { safeAfter } }, nth) => (
          <li key={key}>
            <Veil
              form="tile"
              safeAfter={safeLabel(safeAfter)}
              lift={() => peek({ feature: 'library', veil: { of: 'figure', showId, nth } })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
