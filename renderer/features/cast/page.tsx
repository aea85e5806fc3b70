import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { useRef } from 'react'
import { useAsk } from '../../api/ask'
import { useShow } from '../../api/current-show'
import { usePictures } from '../../api/pictures'
import { PageHead } from '../../ui/page'
import { useShortcut } from '../../ui/shortcuts'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs'
import { useEpisodeMarks } from './episode-marks'
import { castGroups, walkOrder } from './grouping'
import styles from './page.module.css'
import { PresenceMain } from './presence/presence-main'
import { RelationsAside } from './relations/aside'
import { RelationsMain } from './relations/relations-main'
import { useRelations } from './relations/use-relations'
import { RolePanel } from './role-panel'
import { RolesMain } from './roles-main'
import { useChosenRole } from './selection'
import { CAST_TABS, type CastTab, useCastTab } from './tab'

const TAB_NAMES: Record<CastTab, () => string> = {
  roles: m.cast_tab_roles,
  relations: m.cast_tab_relations,
  presence: m.cast_tab_presence,
}

/** Who is in it, who is what to whom, and who is in which episode, as of the reading line. */
export default function CastPage() {
  const { showId } = useShow()
  if (showId === null) return null
  return <CastOf key={showId} showId={showId} />
}

function CastOf({ showId }: { readonly showId: ShowId }) {
  const { tab, show } = useCastTab()
  const cast = useAsk('cast', 'roles', { showId }, { keepLast: true, enabled: tab === 'roles' })
  const relations = useRelations(showId, tab === 'relations')
  const svg = useRef<SVGSVGElement>(null)
  const marks = useEpisodeMarks()
  const { portrait } = usePictures(showId)
  const { chosen, choose } = useChosenRole()
  const close = () => choose(null)
  useShortcut('Escape', close, { enabled: chosen !== null })

  const shown = chosen ?? (cast.data ? walkOrder(castGroups(cast.data))[0]?.id : null) ?? null
  return (
    <Tabs selectedKey={tab} onSelectionChange={show} style={{ height: '100%' }}>
      <div className={styles.page}>
        <div className={styles.main} data-tab={tab}>
          <PageHead title={m.cast_title()}>
            <TabList aria-label={m.cast_title()}>
              {CAST_TABS.map((name) => (
                <Tab key={name} id={name}>
                  {TAB_NAMES[name]()}
                </Tab>
              ))}
            </TabList>
          </PageHead>
          <TabPanel id="roles">
            <RolesMain asked={cast} marks={marks} shown={shown} portrait={portrait} />
          </TabPanel>
          <TabPanel id="relations" style={{ height: '100%' }}>
            <RelationsMain state={relations} marks={marks} svg={svg} />
          </TabPanel>
          <TabPanel id="presence" style={{ height: '100%' }}>
            <PresenceMain showId={showId} marks={marks} />
          </TabPanel>
        </div>
        {tab === 'roles' && shown && (
          <RolePanel
            roleId={shown}
            marks={marks}
            chosen={chosen !== null}
            portrait={portrait(shown)}
            onClose={close}
          />
        )}
        {tab === 'relations' && <RelationsAside state={relations} marks={marks} svg={svg} />}
      </div>
    </Tabs>
  )
}
