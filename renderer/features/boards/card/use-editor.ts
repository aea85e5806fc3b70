import type { CardKind } from '@shared/boards/schema'
import { type BoardId, CardId, type LaneId, type MemberId } from '@shared/ids'
import { freshId } from '@shared/uuid'
import { useRef, useState } from 'react'
import { client } from '../../../api/client'
import { type BoardActs, refused } from '../board-acts'
import type { OpenCard } from '../lanes/lanes'
import { type CardForm, draftFrom, formOf, isTouched, newForm } from './card-form'

interface EditorOf {
  readonly boardId: BoardId | undefined
  readonly as: MemberId | null
  readonly reach: number | null
  readonly acts: BoardActs
  readonly onSaved: (id: CardId) => void
}

/** What a new card begins with. */
export type Beginnings = Partial<Pick<CardForm, 'laneId' | 'parentId' | 'evidence'>> & {
  readonly kind: CardKind
}

/** The form of a card, new or again. What was typed and not saved is there when it opens again. */
export function useEditor({ boardId, as, reach, acts, onSaved }: EditorOf) {
  const [form, setForm] = useState<CardForm | null>(null)
  const kept = useRef(new Map<CardId | 'new', CardForm>())
  const keyOf = ({ before, id }: CardForm) => (before ? id : 'new')

  const openNew = ({ kind, ...more }: Beginnings) => {
    if (!boardId) return
    const typed = kept.current.get('new')
    if (typed && typed.boardId === boardId) setForm({ ...typed, kind, ...more })
    else setForm(newForm({ id: CardId.parse(freshId()), boardId, kind, authorId: as, reach, ...more }))
  }
  const edit = async ({ id }: Pick<OpenCard, 'id'>): Promise<void> => {
    try {
      const page = await client.boards.card({ id, as })
      if (!page.veiled) setForm({ ...formOf(page), ...kept.current.get(id), before: page })
    } catch (error) {
      refused(error)
    }
  }
  const close = () => {
    if (form && isTouched(form)) kept.current.set(keyOf(form), form)
    else if (form) kept.current.delete(keyOf(form))
    setForm(null)
  }
  const save = async (written: CardForm): Promise<void> => {
    const draft = draftFrom(written)
    if (!draft) return
    const saved =
      written.isSealed && written.odds
        ? await acts.sealCard(draft, written.odds)
        : await acts.save(draft, written.before === null)
    if (!saved) return
    kept.current.delete(keyOf(written))
    setForm(null)
    onSaved(draft.id)
  }
  return { form, change: setForm, openNew, edit, close, save }
}

/** The kind that is added to a lane; a lane that says none begins with a question. */
export const kindFor = (role: string | null, laneId: LaneId): Beginnings => {
  if (role === 'theories') return { kind: 'theory' }
  if (role === 'predictions') return { kind: 'prediction' }
  return role === 'questions' ? { kind: 'question' } : { kind: 'question', laneId }
}
