import type { Cast } from '@shared/cast/schema'
import { m } from '@shared/messages'
import { IconMasksTheater } from '@tabler/icons-react'
import type { useAsk } from '../../api/ask'
import type { ShowPictures } from '../../api/pictures'
import { AskTrouble } from '../../ui/ask-trouble'
import { Empty } from '../../ui/empty'
import { SkeletonLines } from '../../ui/skeleton'
import { AsOf } from './as-of'
import type { EpisodeMarks } from './episode-marks'
import { castGroups } from './grouping'
import { Leads } from './leads'
import styles from './page.module.css'
import { RoleRows } from './role-rows'
import { walkRoles } from './walk-roles'

interface RolesMainProps {
  readonly asked: ReturnType<typeof useAsk<'cast', 'roles'>>
  readonly marks: EpisodeMarks
  /** The role whose page stands beside the cast. */
  readonly shown: string | null
  readonly portrait: ShowPictures['portrait']
}

/** The cast by its groups. */
export function RolesMain({ asked, marks, shown, portrait }: RolesMainProps) {
  const groups = asked.data ? castGroups(asked.data satisfies Cast) : null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys walk between the links inside
    <div className={styles.roles} onKeyDown={walkRoles}>
      <AsOf marks={marks} />
      {asked.isError && <AskTrouble error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonLines lines={6} />}
      {groups?.length === 0 && (
        <Empty
          icon={IconMasksTheater}
          title={
            <>
              {m.cast_empty_before()}
              <em>{m.cast_empty_em()}</em>
            </>
          }
        >
          {m.cast_empty_text()}
        </Empty>
      )}
      <div className={styles.groups}>
        {groups?.map((group) =>
          group.group === 'lead' ? (
            <Leads key={group.group} group={group} marks={marks} selected={shown} portrait={portrait} />
          ) : (
            <RoleRows key={group.group} group={group} marks={marks} selected={shown} />
          ),
        )}
      </div>
    </div>
  )
}
