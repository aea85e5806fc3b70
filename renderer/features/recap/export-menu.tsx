import { AppError } from '@shared/app-error'
import type { PrintOfRecap } from '@shared/desktop/paper'
import { m } from '@shared/messages'
import { asMarkdown, type Programme } from '@shared/recap/programme'
import { IconFileTypePdf, IconMarkdown, IconPhoto, IconShare2 } from '@tabler/icons-react'
import { useState } from 'react'
import { printToFiles, saveFiles } from '../../api/paper'
import { Button } from '../../ui/button'
import { Menu, MenuItem, MenuTrigger } from '../../ui/menu'
import { sayRefusal } from '../../ui/say-refusal'
import { toasts } from '../../ui/toasts'
import styles from './export-menu.module.css'

interface ExportMenuProps {
  readonly programme: Programme
  /** What the printed pages are made of. */
  readonly print: Omit<PrintOfRecap, 'kind'>
}

/** Puts the recap into a file: Markdown, a picture, or a document to print. */
export function ExportMenu({ programme, print }: ExportMenuProps) {
  const [doing, setDoing] = useState<string | null>(null)

  const save = async (kind: 'md' | 'png' | 'pdf') => {
    try {
      if (kind === 'md') {
        await tell(await saveFiles(programme.title, kind, [new TextEncoder().encode(asMarkdown(programme))]))
        return
      }
      setDoing(kind === 'pdf' ? m.app_making_pdf() : m.app_making_png())
      const names = await printToFiles({ ...print, kind }, programme.title, {
        onPart: (part, parts) => setDoing(m.app_making_part({ part, parts })),
        onDrawn: () => setDoing(null),
        nameOfPart: (part, parts) => m.app_file_part({ name: programme.title, part, parts }),
      })
      if (names === null) toasts.show({ text: m.recap_too_long() })
      else await tell(names)
    } catch (error) {
      if (error instanceof AppError) sayRefusal(error)
      else throw error
    } finally {
      setDoing(null)
    }
  }
  const tell = async (names: readonly string[]) => {
    const [first] = names
    if (first !== undefined)
      toasts.show({
        text: names.length > 1 ? m.app_saved_parts({ count: names.length }) : m.app_saved({ name: first }),
      })
  }

  return (
    <>
      <MenuTrigger>
        <Button size="sm" icon={IconShare2} isDisabled={doing !== null}>
          {m.app_export()}
        </Button>
        <Menu label={m.app_export()}>
          <MenuItem icon={IconMarkdown} onAction={() => void save('md')}>
            {m.recap_export_md()}
          </MenuItem>
          <MenuItem icon={IconFileTypePdf} onAction={() => void save('pdf')}>
            {m.recap_export_pdf()}
          </MenuItem>
          <MenuItem icon={IconPhoto} onAction={() => void save('png')}>
            {m.app_export_png()}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <span role="status" className={styles.doing}>
        {doing}
      </span>
    </>
  )
}
