import type { Bulletin, Press } from '@shared/library/press-schema'
import { m } from '@shared/messages'
import type { Lifted } from '@shared/veil/schema'
import { SectionHead } from '../../ui/head'
import { Veil } from '../../ui/veil'
import { longDate } from '../../ui/words'
import { FiguresTable } from './figures-table'
import styles from './from-the-press.module.css'
import { useSafeLabel } from './safe-label'
import { SourceLinks } from './source-links'

type Open = Lifted<Bulletin>

/** The kinds of news in the order in which they are read. */
const KINDS: readonly { readonly kind: Open['kind']; readonly title: () => string }[] = [
  { kind: 'milestone', title: m.library_press_milestones },
  { kind: 'statement', title: m.library_press_statements },
  { kind: 'reception', title: m.library_press_reception },
  { kind: 'story', title: m.library_press_story },
  { kind: 'question', title: m.library_press_questions },
]

/** Newest first; what has no date comes last. */
const byDate = (a: Open, b: Open) => (b.date ?? '').localeCompare(a.date ?? '')

function Item({ bulletin }: { readonly bulletin: Open }) {
  const { headline, text, by, date, sources } = bulletin
  return (
    <article className={styles.item}>
      <h4 className={styles.headline}>{headline}</h4>
      {by && <p className={styles.by}>{`${by.name} · ${by.role}`}</p>}
      <p className={styles.text}>{text}</p>
      <div className={styles.foot}>
        {date && <time dateTime={date}>{longDate(date)}</time>}
        <SourceLinks sources={sources} />
      </div>
    </article>
  )
}

/** Everything that was announced, said and reported, each with its sources. What would spoil is veiled. */
export function FromThePress({ press }: { readonly press: Press }) {
  const safeLabel = useSafeLabel()
  const open = press.bulletins.filter((bulletin): bulletin is Open => !bulletin.veiled)
  const veils = [...new Set(press.bulletins.flatMap((one) => (one.veiled ? [one.safeAfter] : [])))]
  const groups = KINDS.map((group) => ({
    ...group,
    items: open.filter(({ kind }) => kind === group.kind).sort(byDate),
  }))
  if (press.bulletins.length === 0 && press.audience.length === 0 && press.trackers.length === 0) return null
  return (
    <section className={styles.press}>
      <SectionHead title={m.library_press()} />
      <div className={styles.columns}>
        {groups.map(
          ({ kind, title, items }) =>
            items.length > 0 && (
              <section key={kind} className={styles.group}>
                <h3 className={styles.kind}>{title()}</h3>
                {items.map((bulletin) => (
                  <Item key={bulletin.id} bulletin={bulletin} />
                ))}
              </section>
            ),
        )}
        {veils.length > 0 && (
          <section className={styles.group} aria-label={m.library_press_veiled()}>
            <h3 className={styles.kind}>{m.library_press_veiled()}</h3>
            {veils.map((safeAfter) => (
              <div key={safeAfter ?? 0} className={styles.veil}>
                <Veil safeAfter={safeLabel(safeAfter)} />
              </div>
            ))}
          </section>
        )}
      </div>
      <FiguresTable press={press} />
    </section>
  )
}
