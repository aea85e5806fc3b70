import type { Relations } from '@shared/cast/relations-schema'
import { m } from '@shared/messages'
import { Icon } from '../../../ui/icon'
import { IconVeil } from '../../../ui/marks'
import { listed, spelled, spelledFirst } from '../../../ui/words'
import type { EpisodeMarks } from '../episode-marks'
import styles from './aside.module.css'

/** More episodes than this are not listed. */
const LISTED = 3

/** How much is still to come in the whole show, and after which episodes. Whose it is stays unsaid. */
export function ToCome({
  veiled,
  marks,
}: {
  readonly veiled: Relations['veiled']
  readonly marks: EpisodeMarks
}) {
  const { roles, lines, after } = veiled
  if (roles === 0 && lines === 0) return null
  const known = after.flatMap((ordinal) => marks.label(ordinal) ?? [])
  const rest = after.length > known.length || known.length > LISTED
  const episodes = rest ? [...known.slice(0, LISTED), m.cast_relations_later()] : known
  return (
    <div className={styles.veil}>
      <p>
        <Icon of={IconVeil} size="sm" />
        <span>
          {roles === 0 && m.cast_relations_to_come_lines({ count: lines, spelled: spelledFirst(lines) })}
          {lines === 0 && m.cast_relations_to_come_roles({ count: roles, spelled: spelledFirst(roles) })}
          {roles > 0 &&
            lines > 0 &&
            m.cast_relations_to_come({
              roles: m.cast_relations_to_come_roles({ count: roles, spelled: spelledFirst(roles) }),
              lines: m.cast_relations_to_come_lines({ count: lines, spelled: spelled(lines) }),
            })}
        </span>
      </p>
      <small>
        {known.length === 0 ? m.app_veil_unknown() : m.app_veil_safe_after({ episode: listed(episodes) })}
      </small>
    </div>
  )
}
