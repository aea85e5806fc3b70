import { AppError } from '@shared/app-error'
import type { FileKind } from '@shared/desktop/schema'
import { m } from '@shared/messages'
import type { PrintOfRecap } from '@shared/recap/print'
import { asMarkdown, type Programme } from '@shared/recap/programme'
import { IconFileTypePdf, IconMarkdown, IconPhoto, IconShare2 } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../api/client'
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

/** Saves files one after the other. @returns the names under which they were saved; empty when nobody wanted to */
async function saveAll(
  name: string,
  kind: FileKind,
  files: readonly Uint8Array<ArrayBuffer>[],
): Promise<string[]> {
  const saved: string[] = []
  for (const [at, bytes] of files.entries()) {
    const numbered = files.length > 1 ? m.recap_part({ name, part: at + 1, parts: files.length }) : name
    const answer = await client.desktop.saveFile({ name: numbered.slice(0, 200), kind, bytes })
    if (!answer.saved) break
    saved.push(answer.name ?? numbered)
  }
  return saved
}

/** Puts the recap into a file: Markdown, a picture, or a document to print. */
export function ExportMenu({ programme, print }: ExportMenuProps) {
  const [doing, setDoing] = useState<string | null>(null)

  const save = async (kind: 'md' | 'png' | 'pdf') => {
    try {
      if (kind === 'md') {
        await tell(await saveAll(programme.title, kind, [new TextEncoder().encode(asMarkdown(programme))]))
        return
      }
      setDoing(kind === 'pdf' ? m.recap_making_pdf() : m.recap_making_png())
      const { files, tooLong } = await client.desktop.printRecap(
        { ...print, kind },
        {
          onProgress: ({ done, of }) =>
            of > 1 && setDoing(m.recap_making_part({ part: done + 1, parts: of })),
        },
      )
      setDoing(null)
      if (tooLong) toasts.show({ text: m.recap_too_long() })
      else await tell(await saveAll(programme.title, kind, files))
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
        text:
          names.length > 1 ? m.recap_saved_parts({ count: names.length }) : m.recap_saved({ name: first }),
      })
  }

  return (
    <>
      <MenuTrigger>
        <Button size="sm" icon={IconShare2} isDisabled={doing !== null}>
          {m.recap_export()}
        </Button>
        <Menu label={m.recap_export()}>
          <MenuItem icon={IconMarkdown} onAction={() => void save('md')}>
            {m.recap_export_md()}
          </MenuItem>
          <MenuItem icon={IconFileTypePdf} onAction={() => void save('pdf')}>
            {m.recap_export_pdf()}
          </MenuItem>
          <MenuItem icon={IconPhoto} onAction={() => void save('png')}>
            {m.recap_export_png()}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <span role="status" className={styles.doing}>
        {doing}
      </span>
    </>
  )
}
