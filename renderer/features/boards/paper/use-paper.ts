import { AppError } from '@shared/app-error'
import type { ToPrint } from '@shared/desktop/paper'
import { m } from '@shared/messages'
import { useState } from 'react'
import { printToFiles } from '../../../api/paper'
import { sayRefusal } from '../../../ui/say-refusal'
import { toasts } from '../../../ui/toasts'

/**
 * Puts a page that the app has for paper into a file, or several when it is a long picture.
 *
 * @param title what the file is called
 */
export function usePaper(title: string) {
  const [doing, setDoing] = useState<string | null>(null)
  const save = async (print: ToPrint) => {
    setDoing(print.kind === 'pdf' ? m.app_making_pdf() : m.app_making_png())
    try {
      const names = await printToFiles(print, title, {
        onPart: (part, parts) => setDoing(m.app_making_part({ part, parts })),
        onDrawn: () => setDoing(null),
        nameOfPart: (part, parts) => m.app_file_part({ name: title, part, parts }),
      })
      if (names === null) toasts.show({ text: m.scores_too_long() })
      else if (names.length > 1) toasts.show({ text: m.app_saved_parts({ count: names.length }) })
      else if (names[0] !== undefined) toasts.show({ text: m.app_saved({ name: names[0] }) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      sayRefusal(error)
    } finally {
      setDoing(null)
    }
  }
  return { doing, save }
}
