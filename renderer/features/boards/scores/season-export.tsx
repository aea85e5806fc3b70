import type { PrintOfSeason } from '@shared/desktop/paper'
import { m } from '@shared/messages'
import { IconFileTypePdf, IconPhoto, IconShare2 } from '@tabler/icons-react'
import { Button } from '../../../ui/button'
import { Menu, MenuItem, MenuTrigger } from '../../../ui/menu'
import { usePaper } from '../paper/use-paper'

interface SeasonExportProps {
  /** What the file is called. */
  readonly title: string
  readonly print: Omit<PrintOfSeason, 'kind'>
}

/** Puts the page of a season into a file: a picture, or a document to print. */
export function SeasonExport({ title, print }: SeasonExportProps) {
  const { doing, save } = usePaper(title)
  return (
    <>
      <MenuTrigger>
        <Button size="sm" icon={IconShare2} isDisabled={doing !== null}>
          {m.app_export()}
        </Button>
        <Menu label={m.app_export()}>
          <MenuItem icon={IconFileTypePdf} onAction={() => void save({ ...print, kind: 'pdf' })}>
            {m.scores_export_pdf()}
          </MenuItem>
          <MenuItem icon={IconPhoto} onAction={() => void save({ ...print, kind: 'png' })}>
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
