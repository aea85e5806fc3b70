import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import type { WorkshopId } from '@shared/studio/schema'
import { IconEye, IconTools } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { useAsk } from '../../api/ask'
import { client } from '../../api/client'
import { useShow } from '../../api/current-show'
import { Banner } from '../../ui/banner'
import { Button, LinkButton } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { errorWords } from '../../ui/error-words'
import { Page } from '../../ui/page'
import { sayRefusal } from '../../ui/say-refusal'
import { SkeletonLines } from '../../ui/skeleton'
import { WorkshopRoom } from './workshop-room'

/** The workshop of the open show. */
export default function WorkshopPage() {
  const { showId, page, error } = useShow()
  if (error)
    return (
      <Page>
        <Banner kind="error" title={errorWords(error).title}>
          {errorWords(error).text}
        </Banner>
      </Page>
    )
  if (!showId || !page)
    return (
      <Page>
        <SkeletonLines />
      </Page>
    )
  return <Entrance key={showId} showId={showId} title={page.show.title} />
}

/** Asks for the person's word before a show that others made is read whole. Their own opens at once. */
function Entrance({ showId, title }: { readonly showId: ShowId; readonly title: string }) {
  const { data: door } = useAsk('studio', 'door', { showId })
  const [workshopId, setWorkshopId] = useState<WorkshopId | null>(null)
  const [wanted, setWanted] = useState(false)
  const own = door?.own === true

  // open for as long as this page is: leaving it takes the word back
  const enters = wanted || own
  useEffect(() => {
    if (!enters) return
    let opened: WorkshopId | null = null
    let left = false
    const close = (id: WorkshopId) => void client.studio.close({ workshopId: id }).catch(() => undefined)
    client.studio
      .open({ showId })
      .then((found) => {
        opened = found.workshopId
        if (left) close(opened)
        else setWorkshopId(opened)
      })
      .catch(sayRefusal)
    return () => {
      left = true
      setWorkshopId(null)
      if (opened) close(opened)
    }
  }, [enters, showId])

  const onClosed = useCallback(() => {
    setWorkshopId(null)
    setWanted(false)
  }, [])
  if (workshopId) return <WorkshopRoom workshopId={workshopId} onClosed={onClosed} />
  if (!door || own) return <Page>{null}</Page>
  return (
    <Page>
      <Empty
        level={1}
        icon={IconTools}
        title={
          <>
            {m.studio_door_before()}
            <em>{m.studio_door_em()}</em>
          </>
        }
        actions={
          <>
            <Button variant="primary" icon={IconEye} onPress={() => setWanted(true)}>
              {m.studio_door_open()}
            </Button>
            <LinkButton to="/">{m.studio_door_back()}</LinkButton>
          </>
        }
      >
        <p>{m.studio_door_text({ show: title })}</p>
        <p>{m.studio_door_leave()}</p>
      </Empty>
    </Page>
  )
}
