import { labelFrom } from '@shared/cast/rules'
import { hasArrow, STYLES } from '@shared/cast/strands'
import { m } from '@shared/messages'
import { Link } from '@tanstack/react-router'
import { listed } from '../../../ui/words'
import type { EpisodeMarks } from '../episode-marks'
import type { Field, Picture } from './field'
import styles from './table.module.css'
import { STYLE_NAMES, timeWords } from './words'

interface TableProps {
  readonly field: Field
  readonly picture: Picture
  readonly at: number
  readonly marks: EpisodeMarks
  readonly caption: string
}

/** The picture as a table: one row for each line in it, by kind and then by name, and who is in which circle. */
export function RelationsTable({ field, picture, at, marks, caption }: TableProps) {
  const { roles } = field.relations
  const nameOf = (who: number) => roles[who]?.name ?? ''
  const rows = picture.strands.toSorted(
    (a, b) =>
      STYLES.indexOf(a.style) - STYLES.indexOf(b.style) ||
      a.from - b.from ||
      nameOf(a.to).localeCompare(nameOf(b.to)),
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse
    <section className={styles.frame} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{m.cast_table_who()}</th>
            <th scope="col">{m.cast_table_kind()}</th>
            <th scope="col">{m.cast_table_whom()}</th>
            <th scope="col">{m.cast_table_word()}</th>
            <th scope="col">{m.cast_table_when()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((strand) => (
            <tr key={strand.key} data-changed={strand.changed || undefined}>
              <th scope="row">
                <RoleName field={field} who={strand.from} />
              </th>
              <td>
                {STYLE_NAMES[strand.style]()}
                {!hasArrow(strand) && strand.style !== 'ended' && (
                  <span className="vh"> {m.cast_table_mutual()}</span>
                )}
              </td>
              <td>
                <RoleName field={field} who={strand.to} />
              </td>
              <td>
                {strand.lines.map((line) => (
                  <div key={line.id}>{labelFrom('out', line)}</div>
                ))}
              </td>
              <td className={styles.when}>
                {strand.lines.map((line) => (
                  <div key={line.id}>{timeWords(line, at, marks)}</div>
                ))}
                {strand.changed && <span className={styles.changed}>{m.cast_table_changed()}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {picture.grounds.length > 0 && (
        <dl className={styles.circles}>
          {picture.grounds.map(({ id, name, members }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{listed(members.map(nameOf))}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function RoleName({ field, who }: { readonly field: Field; readonly who: number }) {
  const role = field.relations.roles[who]
  if (!role) return null
  return (
    <Link to="/cast/$roleId" params={{ roleId: role.id }} className={styles.name}>
      {role.name}
    </Link>
  )
}
