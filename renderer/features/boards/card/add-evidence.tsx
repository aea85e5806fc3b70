import type { Ground, Stance } from '@shared/boards/evidence-schema'
import { type CardId, ItemId } from '@shared/ids'
import { m } from '@shared/messages'
import type { Ms } from '@shared/time'
import { freshId } from '@shared/uuid'
import type { EpisodeOrdinal } from '@shared/veil/schema'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { client } from '../../../api/client'
import { useShow } from '../../../api/current-show'
import { Button } from '../../../ui/button'
import { TextArea } from '../../../ui/field'
import { Segmented } from '../../../ui/segmented'
import { Select } from '../../../ui/select'
import { TimeField } from '../../../ui/time-field'
import { useBoardTools } from '../board-context'
import styles from './add-evidence.module.css'
import { episodeChoices } from './episode-choices'
import { FindBeat, FindLine, FindNote } from './find-evidence'

type Kind = Ground['is']
const KINDS: readonly { readonly id: Kind; readonly words: () => string }[] = [
  { id: 'note', words: m.boards_ground_note },
  { id: 'quote', words: m.boards_ground_quote },
  { id: 'line', words: m.boards_ground_line },
  { id: 'beat', words: m.boards_ground_beat },
  { id: 'moment', words: m.boards_ground_moment },
]

interface ByHandProps {
  readonly is: 'quote' | 'moment'
  readonly onFound: (ground: Ground) => void
}

/** A moment, or what was said in it, as the person remembers it. */
function ByHand({ is, onFound }: ByHandProps) {
  const { episodes, reach } = useShow()
  const seen = episodes.filter(({ ordinal }) => reach !== null && ordinal <= reach + 1)
  const [ordinal, setOrdinal] = useState<EpisodeOrdinal | null>(
    // the one that is being watched may be chosen, and puts the card behind the veil until it is over
    seen.findLast((one) => one.ordinal <= (reach ?? 0))?.ordinal ?? null,
  )
  const [atMs, setAtMs] = useState<Ms | null>(null)
  const [text, setText] = useState('')
  const isReady = ordinal !== null && (is === 'moment' ? atMs !== null : text.trim() !== '')
  const add = () => {
    if (ordinal === null) return
    if (is === 'quote' && text.trim() !== '') onFound({ is, ordinal, atMs, text: text.trim() })
    if (is === 'moment' && atMs !== null) onFound({ is, ordinal, atMs })
  }
  return (
    <div className={styles.hand}>
      {is === 'quote' && (
        <TextArea
          label={m.boards_quote_text()}
          value={text}
          rows={2}
          maxLength={2000}
          onChange={setText}
          autoFocus
        />
      )}
      <div className={styles.place}>
        <Select
          label={m.boards_episode()}
          hideLabel
          choices={episodeChoices(seen)}
          value={ordinal === null ? null : String(ordinal)}
          onChange={(id) => setOrdinal(seen.find((one) => String(one.ordinal) === id)?.ordinal ?? null)}
        />
        <TimeField atMs={atMs} onChange={setAtMs} />
        <Button size="sm" icon={IconPlus} isDisabled={!isReady} onPress={add}>
          {m.boards_add()}
        </Button>
      </div>
    </div>
  )
}

/** Adds something that speaks for a card or against it. */
export function AddEvidence({ cardId, onClose }: { readonly cardId: CardId; readonly onClose: () => void }) {
  const { acts } = useBoardTools()
  const [kind, setKind] = useState<Kind>('note')
  const [stance, setStance] = useState<Stance>('for')
  const found = async (ground: Ground) => {
    const evidence = { id: ItemId.parse(freshId()), stance, ground }
    if (!(await acts.tell(() => client.boards.addEvidence({ cardId, evidence })))) return
    acts.notice(m.boards_evidence_added(), IconPlus)
    onClose()
  }
  const onFound = (ground: Ground) => void found(ground)
  return (
    <div className={styles.add}>
      <div className={styles.choices}>
        <Segmented
          label={m.boards_stance()}
          segments={[
            { id: 'for', label: m.boards_stance_for() },
            { id: 'against', label: m.boards_stance_against() },
          ]}
          value={stance}
          onChange={setStance}
        />
        <Segmented
          label={m.boards_ground()}
          segments={KINDS.map(({ id, words }) => ({ id, label: words() }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      {kind === 'note' && <FindNote onFound={onFound} />}
      {kind === 'line' && <FindLine onFound={onFound} />}
      {kind === 'beat' && <FindBeat onFound={onFound} />}
      {(kind === 'quote' || kind === 'moment') && <ByHand key={kind} is={kind} onFound={onFound} />}
      <Button size="sm" variant="quiet" onPress={onClose}>
        {m.app_cancel()}
      </Button>
    </div>
  )
}
