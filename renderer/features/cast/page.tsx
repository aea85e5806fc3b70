import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconMasksTheater } from '@tabler/icons-react'
import { useAsk } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { errorWords } from '../../ui/error-words'
import { PageHead } from '../../ui/page'
import { useShortcut } from '../../ui/shortcuts'
import { SkeletonLines } from '../../ui/skeleton'
import { AsOf } from './as-of'
import { useEpisodeMarks } from './episode-marks'
import { castGroups, walkOrder } from './grouping'
import { Leads } from './leads'
import styles from './page.module.css'
import { RolePanel } from './role-panel'
import { RoleRows } from './role-rows'
import { useChosenRole } from './selection'
import { walkRoles } from './walk-roles'

/** Who is in it, as of the reading line. */
export default function CastPage() {
  const { showId } = useShow()
  if (showId === null) return null
  return <CastOf showId={showId} />
}

function CastOf({ showId }: { readonly showId: ShowId }) {
  const cast = useAsk('cast', 'roles', { showId }, { keepLast: true })
  const marks = useEpisodeMarks()
  const { chosen, choose } = useChosenRole()
  const close = () => choose(null)
  useShortcut('Escape', close, { enabled: chosen !== null })

  const groups = cast.data ? castGroups(cast.data) : null
  const shown = chosen ?? (groups ? walkOrder(groups)[0]?.id : null) ?? null
  return (
    <div className={styles.page}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys walk between the links inside */}
      <div className={styles.main} onKeyDown={walkRoles}>
        <PageHead title={m.cast_title()} />
        <AsOf marks={marks} />
        {cast.isError && (
          <Banner
            kind="error"
            title={errorWords(cast.error).title}
            action={
              <Button size="sm" onPress={() => void cast.refetch()}>
                {m.app_try_again()}
              </Button>
            }
          >
            {errorWords(cast.error).text}
          </Banner>
        )}
        {cast.isPending && <SkeletonLines lines={6} />}
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
              <Leads key={group.group} group={group} marks={marks} selected={shown} />
            ) : (
              <RoleRows key={group.group} group={group} marks={marks} selected={shown} />
            ),
          )}
        </div>
      </div>
      {shown && <RolePanel roleId={shown} marks={marks} chosen={chosen !== null} onClose={close} />}
    </div>
  )
}
