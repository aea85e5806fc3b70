import type { Evidence } from '@shared/boards/evidence-schema'
import { m } from '@shared/messages'
import { formatTimecode } from '@shared/timecode'
import type { Lifted } from '@shared/veil/schema'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { client } from '../../../api/client'
import { useShow } from '../../../api/current-show'
import { Button, IconButton, TextButton } from '../../../ui/button'
import { SectionHead } from '../../../ui/head'
import { Veil } from '../../../ui/veil'
import { episodeCode, episodeLabel } from '../../../ui/words'
import { useBoardTools } from '../board-context'
import { AddEvidence } from './add-evidence'
import styles from './card-evidence.module.css'
import type { PageOfCard } from './card-of-page'
import { groundName } from './evidence-chips'
import { useMoment } from './use-moment'

interface OneProps {
  readonly piece: Lifted<Evidence>
  readonly onDrop: () => void
}

function One({ piece, onDrop }: OneProps) {
  const { episodeByOrdinal } = useShow()
  const { isFixed } = useBoardTools()
  const open = useMoment()
  const episode = episodeByOrdinal(piece.ordinal)
  const place = [
    episode ? episodeCode(episode) : null,
    piece.atMs === null ? null : formatTimecode(piece.atMs),
  ].filter((words) => words !== null)
  const what = groundName(piece.is)
  const leads = (piece.atMs !== null && episode !== undefined) || (piece.noteId !== null && !piece.gone)
  return (
    <li className={styles.piece} data-stance={piece.stance}>
      <span className={styles.stance}>
        {piece.stance === 'for' ? m.boards_stance_for() : m.boards_stance_against()}
      </span>
      <div className={styles.words}>
        {piece.text !== null && <p>{piece.text}</p>}
        <small>
          {what}
          {place.length > 0 && (
            <>
              {' · '}
              {leads ? (
                <TextButton onPress={() => open(piece)}>{place.join(' · ')}</TextButton>
              ) : (
                place.join(' · ')
              )}
            </>
          )}
          {place.length === 0 && leads && (
            <>
              {' · '}
              <TextButton onPress={() => open(piece)}>{m.boards_evidence_open()}</TextButton>
            </>
          )}
          {piece.gone && <> · {m.boards_evidence_gone()}</>}
        </small>
      </div>
      {!isFixed && (
        <IconButton
          size="sm"
          icon={IconX}
          label={m.boards_evidence_drop({ what: [what, ...place].join(' ') })}
          onPress={onDrop}
        />
      )}
    </li>
  )
}

/** What speaks for a card and what against it, each with its words and its moment. */
export function CardEvidence({ card }: { readonly card: PageOfCard }) {
  const { episodeByOrdinal } = useShow()
  const { acts, isFixed } = useBoardTools()
  const [isAdding, setIsAdding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const wasAdding = useRef(false)
  useLayoutEffect(() => {
    // the fields that had the focus are gone: it goes back to where they came from
    if (wasAdding.current && !isAdding) add.current?.focus()
    wasAdding.current = isAdding
  }, [isAdding])
  const drop = async ({ id }: Lifted<Evidence>) => {
    // what had the focus goes; it stays in the dialog
    add.current?.focus()
    if (await acts.tell(() => client.boards.dropEvidence({ cardId: card.id, evidenceId: id })))
      acts.notice(m.boards_evidence_dropped(), IconX)
  }
  const open = card.evidence.filter((piece): piece is Lifted<Evidence> => !piece.veiled)
  const veils = card.evidence.filter((piece) => piece.veiled)
  const ordered = [
    ...open.filter(({ stance }) => stance === 'for'),
    ...open.filter(({ stance }) => stance !== 'for'),
  ]
  return (
    <section className={styles.part}>
      <SectionHead title={m.boards_evidence()} level={3} />
      {card.evidence.length === 0 && <p className="muted">{m.boards_evidence_none()}</p>}
      <ul className={styles.list}>
        {ordered.map((piece) => (
          <One key={piece.id} piece={piece} onDrop={() => void drop(piece)} />
        ))}
        {veils.map((veil, at) => {
          const episode = episodeByOrdinal(veil.safeAfter)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a veil has nothing that would tell it from another
            <li key={at}>
              <Veil safeAfter={episode ? episodeLabel(episode) : null} />
            </li>
          )
        })}
      </ul>
      {isAdding ? (
        <AddEvidence cardId={card.id} onClose={() => setIsAdding(false)} />
      ) : (
        !isFixed && (
          <Button ref={add} size="sm" icon={IconPlus} onPress={() => setIsAdding(true)}>
            {m.boards_evidence_add()}
          </Button>
        )
      )}
    </section>
  )
}
