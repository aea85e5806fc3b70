import { AppError } from '@shared/app-error'
import type { ShowId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconCalendarDown } from '@tabler/icons-react'
import { client } from '../../api/client'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'

/** Saves the air dates that may be known as a calendar file, where the person says. */
export async function saveAirDates({
  id: showId,
  title,
}: {
  readonly id: ShowId
  readonly title: string
}): Promise<void> {
  try {
    const { text, count } = await client.library.airDates({ showId })
    if (count === 0) {
      toasts.show({ key: 'calendar', text: m.library_calendar_empty() })
      return
    }
    const { saved, name } = await client.desktop.saveFile({
      name: m.library_calendar_name({ show: title }),
      kind: 'ics',
      bytes: new TextEncoder().encode(text),
    })
    if (saved && name)
      toasts.show({ key: 'calendar', icon: IconCalendarDown, text: m.library_calendar_saved({ name }) })
  } catch (error) {
    sayRefusal(error instanceof AppError ? error : new AppError('internal', String(error)))
  }
}
