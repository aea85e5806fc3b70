import path from 'node:path'
import type { FileKind, FileToSave, SavedFile } from '@shared/desktop/schema'
import { m } from '@shared/messages'
import { app, type BrowserWindow, dialog } from 'electron'
import { fileName, writeWhole } from './whole-file'

const KINDS: Record<FileKind, () => string> = {
  md: m.desktop_files_md,
  png: m.desktop_files_png,
  pdf: m.desktop_files_pdf,
  svg: m.desktop_files_svg,
  ics: m.desktop_files_ics,
  entracte: m.desktop_files_entracte,
}

/**
 * Asks where a file shall go and writes it there.
 *
 * @returns whether it was saved, and under which name; not saved when the person thought better of it
 * @throws AppError `disk-full`, `file-not-written`
 */
export async function saveFile(
  window: BrowserWindow | null,
  { name, kind, bytes }: FileToSave,
): Promise<SavedFile> {
  const question = {
    title: m.desktop_save_title(),
    defaultPath: path.join(app.getPath('documents'), fileName(name, kind)),
    filters: [{ name: KINDS[kind](), extensions: [kind] }],
    properties: ['showOverwriteConfirmation' as const, 'createDirectory' as const],
  }
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, question)
    : await dialog.showSaveDialog(question)
  if (canceled || !filePath) return { saved: false, name: null }
  await writeWhole(filePath, bytes)
  return { saved: true, name: path.basename(filePath) }
}
