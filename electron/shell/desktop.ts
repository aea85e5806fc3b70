import { desktopContract } from '@shared/desktop/contract'
import { app } from 'electron'
import { serve } from '../core/serve'
import { broadcast } from './bridge'
import { type DesktopOptions, desktopHandlers } from './desktop-handlers'
import { log } from './logs'

/** Answers what the shell keeps for itself. Loaded at the first such call, after the first page: schemas take longer to make than a window. */
export const serveDesktop = (options: DesktopOptions) =>
  serve(desktopContract, desktopHandlers(options), { broadcast, log, checkOutput: !app.isPackaged }).answer
