import { AppError } from '@shared/app-error'
import type { PrintOfSeason } from '@shared/desktop/paper'
import { m } from '@shared/messages'
import { IconFileTypePdf, IconPhoto, IconShare2 } from '@tabler/icons-react'
import { useState } from 'react'
import { printToFiles } from '../../../api/paper'
import { Button } from '../../../ui/button'
import { Menu, MenuItem, MenuTrigger } from '../../../ui/menu'
import { sayRefusal } from '../../../ui/say-refusal'
import { toasts } from '../../../ui/toasts'

interface SeasonExportProps {
  /** What the file is called. */
  readonly title: string
  readonly print: Omit<PrintOfSeason, 'kind'>
}

/** Puts the page of a season into a file: a picture, or a document to print. */
export function SeasonExport({ title, print }: SeasonExportProps) {
  const [doing, setDoing] = useState<string | null>(null)
  const save = async (kind: 'png' | 'pdf') => {
    setDoing(kind === 'pdf' ? m.app_making_pdf() : m.app_making_png())
    try {
      const names = await printToFiles({ ...print, kind }, title, {
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
  return (
    <>
      <MenuTrigger>
        <Button size="sm" icon={IconShare2} isDisabled={doing !== null}>
          {m.app_export()}
        </Button>
        <Menu label={m.app_export()}>
          <MenuItem icon={IconFileTypePdf} onAction={() => void save('pdf')}>
            {m.scores_export_pdf()}
          </MenuItem>
          <MenuItem icon={IconPhoto} onAction={() => void save('png')}>
            {m.app_export_png()}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <span role="status" className="t-caption muted">
        {doing}
      </span>
    </>
  )
}
