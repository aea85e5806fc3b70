import { m } from '@shared/messages'
import { IconDownload } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useTell } from '../../../api/ask'
import { useShow } from '../../../api/current-show'
import { Button } from '../../../ui/button'
import { Menu, MenuItem, MenuTrigger } from '../../../ui/menu'
import { sayRefusal } from '../../../ui/say-refusal'
import { toasts } from '../../../ui/toasts'
import type { EpisodeMarks } from '../episode-marks'
import { pictureFile, picturePixels } from './export-picture'

interface ExportMenuProps {
  readonly at: number
  readonly marks: EpisodeMarks
  readonly svg: RefObject<SVGSVGElement | null>
  /** Lets go of the role that is looked at: the file has all the words. */
  readonly onWhole: () => void
}

/** Saves the picture as it is now. */
export function ExportMenu({ at, marks, svg, onWhole }: ExportMenuProps) {
  const { page } = useShow()
  const save = useTell('desktop', 'saveFile')
  const asOf = at === 0 ? m.cast_as_of_start() : m.cast_export_as_of({ episode: marks.label(at) ?? '' })
  const title = { title: page?.show.title ?? m.cast_title(), asOf }

  const write = async (kind: 'svg' | 'png') => {
    flushSync(onWhole)
    const picture = svg.current
    if (!picture) return
    const bytes: Uint8Array<ArrayBuffer> | null =
      kind === 'svg'
        ? new Uint8Array(new TextEncoder().encode(pictureFile(picture, title).text))
        : await picturePixels(picture, title).catch(() => null)
    if (!bytes) {
      toasts.show({ text: m.cast_export_failed() })
      return
    }
    const name = m.cast_export_name({ title: title.title, asOf })
    save.mutate(
      { name, kind, bytes },
      {
        onSuccess: (saved) => {
          if (saved.saved) toasts.show({ text: m.cast_export_saved({ name: saved.name ?? name }) })
        },
        onError: sayRefusal,
      },
    )
  }
  return (
    <MenuTrigger>
      <Button icon={IconDownload}>{m.cast_export()}</Button>
      <Menu label={m.cast_export()} placement="top start">
        <MenuItem onAction={() => void write('png')}>{m.cast_export_png()}</MenuItem>
        <MenuItem onAction={() => void write('svg')}>{m.cast_export_svg()}</MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
