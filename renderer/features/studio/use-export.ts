import { AppError } from '@shared/app-error'
import { m } from '@shared/messages'
import { useState } from 'react'
import { client } from '../../api/client'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import { useWorkshop } from './use-workshop'

/** Writes the show to a pack file where the person says; what the check still finds comes first. */
export function useExport() {
  const { workshopId, go } = useWorkshop()
  const [busy, setBusy] = useState(false)
  const exportPack = async (problems: number): Promise<void> => {
    if (problems > 0) {
      toasts.show({ key: 'studio', text: m.studio_export_first({ count: problems }) })
      go({ section: 'check' })
      return
    }
    setBusy(true)
    try {
      const { name, bytes } = await client.studio.exportPack({ workshopId })
      const saved = await client.desktop.saveFile({ name, kind: 'entracte', bytes })
      if (saved.saved) toasts.show({ key: 'studio', text: m.studio_exported({ name: saved.name ?? name }) })
    } catch (error) {
      if (error instanceof AppError) sayRefusal(error)
      else throw error
    } finally {
      setBusy(false)
    }
  }
  return { exportPack, busy }
}
