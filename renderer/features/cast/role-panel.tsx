import type { RolePage } from '@shared/cast/schema'
import type { RoleId } from '@shared/ids'
import type { Picture } from '@shared/library/picture-schema'
import { m } from '@shared/messages'
import type { Lifted } from '@shared/veil/schema'
import { IconX } from '@tabler/icons-react'
import { useAsk } from '../../api/ask'
import { IconButton } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { Plate } from '../../ui/plate'
import { Skeleton, SkeletonLines } from '../../ui/skeleton'
import { Veil } from '../../ui/veil'
import type { EpisodeMarks } from './episode-marks'
import { FactList } from './fact-list'
import { RoleMentions } from './role-mentions'
import styles from './role-panel.module.css'
import { RoleSources } from './role-sources'
import { TieList } from './tie-list'
import { sortTies } from './ties'

interface RolePanelProps {
  readonly roleId: RoleId
  readonly marks: EpisodeMarks
  /** Whether the person asked for it; a narrow window shows it only then. */
  readonly chosen: boolean
  readonly portrait: Picture | null
  readonly onClose: () => void
}

/** A character's page. */
export function RolePanel({ roleId, marks, chosen, portrait, onClose }: RolePanelProps) {
  const { data: page } = useAsk('cast', 'role', { roleId }, { keepLast: true })
  const lifted = page && !page.veiled && !page.role.veiled ? page : null
  return (
    <aside
      className={styles.panel}
      data-chosen={chosen || undefined}
      aria-label={lifted && !lifted.role.veiled ? lifted.role.name : m.cast_title()}
    >
      <span className={styles.close}>
        <IconButton label={m.cast_close_panel()} icon={IconX} onPress={onClose} />
      </span>
      {!page && (
        <>
          <Skeleton height={208} above={0} />
          <SkeletonLines lines={4} />
        </>
      )}
      {page?.veiled && <Veil form="tile" safeAfter={marks.label(page.safeAfter)} />}
      {lifted && <Character key={roleId} page={lifted} marks={marks} portrait={portrait} />}
    </aside>
  )
}

interface CharacterProps {
  readonly page: Lifted<RolePage>
  readonly marks: EpisodeMarks
  readonly portrait: Picture | null
}

function Character({ page, marks, portrait }: CharacterProps) {
  const { role } = page
  if (role.veiled) return <Veil form="tile" safeAfter={marks.label(role.safeAfter)} />
  const ties = sortTies(page.relationships)
  const { facts } = role
  return (
    <>
      <Plate
        tone={role.tone}
        initial={role.shortName.charAt(0)}
        size={220}
        picture={portrait}
        className={styles.plate ?? ''}
      />
      <h2 className={`t-h2 ${styles.name}`}>{role.name}</h2>
      {role.actor && <p className="muted">{role.actor}</p>}
      <TieList role={role} ties={ties} marks={marks} />
      <section className={styles.section}>
        <SectionHead title={m.cast_known()} level={3} />
        {facts.length > 0 ? (
          <FactList facts={facts} marks={marks} />
        ) : (
          <p className={styles.nothing}>{m.cast_known_nothing()}</p>
        )}
      </section>
      {/* the same for every character, whatever waits: that somebody has something to come is told by nobody */}
      {marks.next && (
        <section className={styles.section}>
          <SectionHead title={m.cast_behind()} level={3} />
          <Veil safeAfter={marks.next} />
        </section>
      )}
      <RoleMentions roleId={role.id} marks={marks} />
      <RoleSources sources={page.sources} />
    </>
  )
}
