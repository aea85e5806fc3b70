import { desktopContract } from '@shared/desktop/contract'
import { app } from 'electron'
import { serve } from '../core/serve'
import { broadcast } from './bridge'
import { type DesktopOptions, desktopHandlers } from './desktop-handlers'
import { log } from './logs'
import { watchDesk } from './watch-desk'

export interface ServeDesktopOptions extends Omit<DesktopOptions, 'desk'> {
  /** Where the place of the overlay is kept. */
  readonly overlayFile: string
  readonly report: (error: unknown) => void
}

/** Answers what the shell keeps for itself. Loaded at the first such call, after the first page: schemas take longer to make than a window. */
export function serveDesktop({ overlayFile, report, ...options }: ServeDesktopOptions) {
  const { core, devServer, mainWindow } = options
  const desk = watchDesk({
    core,
    devServer,
    placeFile: overlayFile,
    report,
    mainWindow: () => mainWindow()?.window ?? null,
  })
  const handlers = desktopHandlers({ ...options, desk })
  const { answer } = serve(desktopContract, handlers, { broadcast, log, checkOutput: !app.isPackaged })
  return { answer, hear: desk.hear }
}
