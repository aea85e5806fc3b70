import type { RelatedRole } from '@shared/cast/relations-schema'
import { type Line, STYLES, type Style, strandsAt } from '@shared/cast/strands'
import { m } from '@shared/messages'
import { useMemo } from 'react'
import { Checkbox } from '../../../ui/checkbox'
import { SectionHead } from '../../../ui/head'
import { wholeNumber } from '../../../ui/words'
import styles from './aside.module.css'
import mapStyles from './map.module.css'
import type { RelationsState } from './use-relations'
import { STYLE_NAMES } from './words'

const GROUPS: Record<RelatedRole['group'], () => string> = {
  lead: m.cast_group_lead,
  recurring: m.cast_group_recurring,
  guest: m.cast_group_guest,
  crew: m.cast_group_crew,
}

/** Every style that occurs anywhere in what may be known: the list does not change while episodes do. */
function stylesOf(lines: readonly Line[]): Style[] {
  const used = new Set<Style>(lines.map(({ kind }) => kind))
  if (lines.some(({ until }) => until !== null)) used.add('ended')
  return STYLES.filter((style) => used.has(style))
}

/** The kinds of lines, how many there are now, and which of them are drawn; the same for groups and circles. */
export function Legend({ state }: { readonly state: RelationsState }) {
  const { field, at, hidden, toggle } = state
  const strands = useMemo(() => (field ? strandsAt(field.lines, at) : []), [field, at])
  if (!field) return null
  const { roles, circles } = field.relations
  const groups = (Object.keys(GROUPS) as RelatedRole['group'][]).filter((group) =>
    roles.some((role) => role.group === group),
  )
  const met = roles.filter(({ enters }) => enters <= at)
  return (
    <>
      <section aria-labelledby="relations-lines">
        <SectionHead id="relations-lines" title={m.cast_relations_lines()} />
        <ul className={styles.legend}>
          {stylesOf(field.lines).map((style) => (
            <Row
              key={style}
              sample={<Sample style={style} />}
              name={STYLE_NAMES[style]()}
              count={strands.filter((strand) => strand.style === style).length}
              shown={!hidden.styles.has(style)}
              onToggle={() => toggle.style(style)}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="relations-groups">
        <SectionHead id="relations-groups" title={m.cast_relations_groups()} />
        <ul className={styles.legend}>
          {groups.map((group) => (
            <Row
              key={group}
              name={GROUPS[group]()}
              count={met.filter((role) => role.group === group).length}
              shown={!hidden.groups.has(group)}
              onToggle={() => toggle.group(group)}
            />
          ))}
          {circles.map(({ id, name, members }) => (
            <Row
              key={id}
              name={<i className={styles.circle}>{name}</i>}
              count={members.filter(({ opens }) => opens <= at).length}
              shown={!hidden.circles.has(id)}
              onToggle={() => toggle.circle(id)}
            />
          ))}
        </ul>
      </section>
    </>
  )
}

interface RowProps {
  readonly sample?: React.ReactNode
  readonly name: React.ReactNode
  readonly count: number
  readonly shown: boolean
  readonly onToggle: () => void
}

function Row({ sample, name, count, shown, onToggle }: RowProps) {
  return (
    <li className={styles.row}>
      <Checkbox isSelected={shown} onChange={onToggle}>
        {sample}
        <span className={styles.kind}>{name}</span>
        <span className={styles.count}>{wholeNumber(count)}</span>
      </Checkbox>
    </li>
  )
}

function Sample({ style }: { readonly style: Style }) {
  const arrow = style === 'works-for' || style === 'client'
  return (
    <svg width="40" height="12" viewBox="0 0 40 12" aria-hidden="true" className={styles.sample}>
      <path className={mapStyles.line} data-style={style} d={arrow ? 'M2 6H37' : 'M2 6H38'} />
      {style === 'family' && <path className={styles.sampleCore} d="M2 6H38" />}
      {arrow && <path className={mapStyles.arrow} d="M32 3l6 3-6 3" />}
    </svg>
  )
}
