import type { NoteId } from '@shared/ids'
import { m } from '@shared/messages'
import { noteLink } from '@shared/notes/links'
import type { NoteRow } from '@shared/notes/schema'
import { IconLink } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { toasts } from '../../ui/toasts'
import { pinMany, removeMany, tagMany } from './many-acts'
import type { NoteActs } from './note-menu'
import { desk } from './notes-desk'
import { useJump } from './use-jump'
import type { Picked } from './use-picked'

interface Layers {
  readonly menu: { readonly x: number; readonly y: number } | null
  /** The notes that a tag is chosen for. */
  readonly tagging: readonly NoteId[] | null
  readonly history: NoteId | null
  readonly trash: boolean
}
const NO_LAYERS: Layers = { menu: null, tagging: null, history: null, trash: false }

interface ActsOn {
  readonly selected: NoteId | null
  readonly picked: Picked
  readonly rows: readonly { readonly row: NoteRow }[]
  readonly onRemoveOne: () => void
  readonly onRemoved: (ids: readonly NoteId[]) => void
  readonly onEdit: () => void
}

/** What can be done with the open note or with those that are picked, and the dialogs that it takes. */
export function useNoteActs({ selected, picked, rows, onRemoveOne, onRemoved, onEdit }: ActsOn) {
  const [layers, setLayers] = useState(NO_LAYERS)
  const jump = useJump()
  const navigate = useNavigate()
  const open = (layer: Partial<Layers>) => setLayers({ ...NO_LAYERS, ...layer })
  const several = picked.ids.size > 1
  const targets = picked.ids.size > 0 ? [...picked.ids] : selected === null ? [] : [selected]
  const [only] = targets
  const row = rows.find(({ row: { id } }) => id === only)?.row
  const sheet = only === undefined ? undefined : desk.sheet(only)
  const standing = sheet?.draft ?? row

  const pin = (pinned: boolean) => {
    if (!several && sheet) desk.change(sheet.draft.id, { pinned })
    else if (targets.length > 0) void pinMany(targets, pinned)
  }
  const one: NoteActs['one'] =
    several || only === undefined || !standing
      ? null
      : {
          history: () => {
            void desk.flush(only)
            open({ history: only })
          },
          copyLink: () =>
            void navigator.clipboard
              .writeText(noteLink(only, { atMs: standing.atMs, endMs: standing.endMs }))
              .then(() => toasts.show({ text: m.notes_link_copied(), icon: IconLink, key: 'link' })),
          makeCard: () =>
            void desk.flush(only).then(() => navigate({ to: '/speculation', search: { note: only } })),
          jump: jumpTo(standing, jump),
        }
  return {
    layers,
    close: () => setLayers(NO_LAYERS),
    openMenu: (menu: { readonly x: number; readonly y: number }) => open({ menu }),
    openTrash: () => open({ trash: true }),
    edit: onEdit,
    pin,
    togglePin: () => pin(!(standing?.pinned ?? false)),
    tag: () => {
      if (targets.length > 0) open({ tagging: targets })
    },
    tagThem: (tag: string, on: boolean) => void tagMany([...(layers.tagging ?? [])], tag, on),
    remove: () => {
      if (!several) onRemoveOne()
      else void removeMany(targets).then((removed) => removed && onRemoved(removed.noteIds))
    },
    one,
  }
}
export type Acts = ReturnType<typeof useNoteActs>

const jumpTo = (
  { episodeId, atMs }: Pick<NoteRow, 'episodeId' | 'atMs'>,
  jump: ReturnType<typeof useJump>,
): (() => void) | null => (episodeId === null || atMs === null ? null : () => void jump(episodeId, atMs))
