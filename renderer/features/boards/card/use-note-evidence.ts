import type { EvidenceDraft } from '@shared/boards/evidence-schema'
import { ItemId, NoteId } from '@shared/ids'
import { freshId } from '@shared/uuid'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** Opens a new card with the note that a link brought as its evidence; once, and the address forgets it. */
export function useNoteAsEvidence(note: string | undefined, open: (evidence: EvidenceDraft) => void): void {
  const navigate = useNavigate()
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const id = NoteId.safeParse(note)
    if (!id.success) return
    latest.current({ id: ItemId.parse(freshId()), stance: 'for', ground: { is: 'note', noteId: id.data } })
    void navigate({ to: '/speculation', search: {}, replace: true })
  }, [note, navigate])
}
