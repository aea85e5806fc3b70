import type { ToPrint } from '@shared/desktop/paper'
import type { FileKind } from '@shared/desktop/schema'
import type { TaskId } from '@shared/ids'
import { client } from './client'

/** What a file is called that is one of several. */
type NameOfPart = (part: number, parts: number) => string

/**
 * Saves files one after the other; the person says where.
 *
 * @returns the names under which they were saved; empty when nobody wanted to
 */
export async function saveFiles(
  name: string,
  kind: FileKind,
  files: readonly Uint8Array<ArrayBuffer>[],
  nameOfPart: NameOfPart = () => name,
): Promise<string[]> {
  const saved: string[] = []
  for (const [at, bytes] of files.entries()) {
    const numbered = files.length > 1 ? nameOfPart(at + 1, files.length) : name
    const answer = await client.desktop.saveFile({ name: numbered.slice(0, 200), kind, bytes })
    if (!answer.saved) break
    saved.push(answer.name ?? numbered)
  }
  return saved
}

interface Printing {
  /** A picture of several is being drawn. */
  readonly onPart: (part: number, parts: number) => void
  /** Everything is drawn; the person is asked where it shall go. */
  readonly onDrawn: () => void
  readonly nameOfPart: NameOfPart
}

/**
 * Draws a page of the app on paper, or as pictures, and saves what came of it.
 *
 * @returns the names of the files, or null when the page is too long for pictures
 * @throws AppError `print-failed`
 */
export async function printToFiles(
  wanted: ToPrint,
  name: string,
  { onPart, onDrawn, nameOfPart }: Printing,
): Promise<string[] | null> {
  const { files, tooLong } = await client.desktop.print(wanted, {
    onProgress: ({ done, of }) => of > 1 && onPart(done + 1, of),
  })
  onDrawn()
  return tooLong ? null : saveFiles(name, wanted.kind, files, nameOfPart)
}

/** Says that a page stands that was drawn to be printed: fonts are there, and where it may be cut. */
export async function tellDrawn(job: string, title: string, sheet: HTMLElement | null): Promise<void> {
  await document.fonts.ready
  if (!sheet) return
  const top = sheet.getBoundingClientRect().top
  const blocks = [...sheet.querySelectorAll('[data-block]')]
  const breaks = blocks.map((block) => Math.floor(block.getBoundingClientRect().top - top))
  await client.desktop.printDrawn({
    job: job as TaskId,
    title: title.slice(0, 500),
    height: Math.max(1, Math.ceil(sheet.getBoundingClientRect().height)),
    breaks: [...new Set(breaks)].filter((at) => at > 0).sort((a, b) => a - b),
  })
}
