import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { StudioService } from './service'

export const studioHandlers = (studio: StudioService): Handlers<typeof coreContract>['studio'] => ({
  create: (wanted) => studio.create(wanted),
  door: ({ showId }) => studio.door(showId),
  open: ({ showId }) => studio.open(showId),
  close: ({ workshopId }) => studio.close(workshopId),
  outline: ({ workshopId }) => studio.outline(workshopId),
  list: (wanted) => studio.list(wanted),
  item: (wanted) => studio.item(wanted),
  findings: ({ workshopId }) => studio.findings(workshopId),
  preview: (wanted) => studio.preview(wanted),
  previewRows: (wanted) => studio.previewRows(wanted),
  addPicture: (wanted) => studio.addPicture(wanted),
  picture: (wanted) => studio.picture(wanted),
  put: (wanted) => studio.put(wanted),
  remove: (wanted) => studio.remove(wanted),
  move: (wanted) => studio.move(wanted),
  undo: ({ workshopId }) => studio.undo(workshopId),
  redo: ({ workshopId }) => studio.redo(workshopId),
  exportPack: ({ workshopId }) => studio.exportPack(workshopId),
})
