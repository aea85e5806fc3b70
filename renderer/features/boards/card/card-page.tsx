import type { CardKind } from '@shared/boards/schema'
import type { CardId } from '@shared/ids'
import { m } from '@shared/messages'
import { parseNoteLink } from '@shared/notes/links'
import type { Ms } from '@shared/time'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useAsk } from '../../../api/ask'
import { client } from '../../../api/client'
import { useShow } from '../../../api/current-show'
import { AskTrouble } from '../../../ui/ask-trouble'
import { Button, TextButton } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { Dialog } from '../../../ui/dialog'
import { SectionHead } from '../../../ui/head'
import { SkeletonLines } from '../../../ui/skeleton'
import { Veil } from '../../../ui/veil'
import { dayOf, episodeLabel } from '../../../ui/words'
import { refused } from '../board-acts'
import { useBoardTools } from '../board-context'
import { grouped, KIND_WORDS } from '../board-words'
import { OddsHistory } from '../odds/odds-history'
import { CardEvidence } from './card-evidence'
import { faceOf, type PageOfCard } from './card-of-page'
import styles from './card-page.module.css'
import { SealedCard } from './sealed-card'
import { useMoment } from './use-moment'
import { ShowsAnswer } from './verdict'
import { VerdictTrace } from './verdict-trace'

// what reads Markdown is large, and most cards have none
const ReadView = lazy(() => import('../../../ui/read-view'))

/** Follows a link of a card's text: to a note, or out of the app. */
function useFollow(): (address: string) => void {
  const navigate = useNavigate()
  return (address) => {
    const note = parseNoteLink(address)
    if (note) void navigate({ to: '/notes', search: { note: note.id } })
    else void client.desktop.openLink({ url: address }).catch(refused)
  }
}

interface CardPageDialogProps {
  readonly id: CardId
  readonly onGrow: (kind: CardKind, parentId: CardId) => void
  readonly onOpen: (id: CardId) => void
  readonly onClose: () => void
}

/** Between which episodes a card lives, and whose it is. */
function Facts({ card, onOpen }: { readonly card: PageOfCard; readonly onOpen: (id: CardId) => void }) {
  const { episodeByOrdinal } = useShow()
  const { people, lanes } = useBoardTools()
  const place = (ordinal: number | null) => {
    const episode = episodeByOrdinal(ordinal)
    return episode ? episodeLabel(episode) : null
  }
  const parent = lanes()
    .flatMap(({ cards }) => cards)
    .find(({ id }) => id === card.parentId)
  const rows = [
    [m.boards_author(), card.origin === 'pack' ? m.boards_origin_pack() : people.of(card.authorId).called],
    [m.boards_raised(), place(card.ordinal)],
    [m.boards_safe_after(), place(card.safeAfter)],
    [m.boards_closes_with(), place(card.closes)],
    [m.boards_closed(), card.closedAt === null ? null : dayOf(card.closedAt)],
  ] as const
  return (
    <dl className={styles.facts}>
      {rows.map(([term, fact]) =>
        fact === null ? null : (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ),
      )}
      {parent && (
        <div>
          <dt>{m.boards_parent()}</dt>
          <dd>
            <TextButton onPress={() => onOpen(parent.id)}>{parent.text}</TextButton>
          </dd>
        </div>
      )}
    </dl>
  )
}

/** What grew under a question. */
function Grown({
  card,
  onGrow,
  onOpen,
}: { readonly card: PageOfCard } & Pick<CardPageDialogProps, 'onGrow' | 'onOpen'>) {
  const { lanes, isFixed } = useBoardTools()
  const children = lanes()
    .flatMap(({ cards }) => cards)
    .filter(({ parentId }) => parentId === card.id)
  if (card.kind !== 'question' && children.length === 0) return null
  return (
    <section className={styles.part}>
      <SectionHead title={m.boards_grown()} level={3} />
      {children.length === 0 && <p className="muted">{m.boards_grown_none()}</p>}
      <ul className={styles.grown}>
        {children.map((child) => (
          <li key={child.id}>
            <TextButton onPress={() => onOpen(child.id)}>{child.text || m.boards_sealed_title()}</TextButton>
            <small>{KIND_WORDS[child.kind]()}</small>
          </li>
        ))}
      </ul>
      {!isFixed && card.kind === 'question' && (
        <div className={styles.row}>
          <Button size="sm" icon={IconPlus} onPress={() => onGrow('theory', card.id)}>
            {m.boards_grow_theory()}
          </Button>
          <Button size="sm" icon={IconPlus} onPress={() => onGrow('prediction', card.id)}>
            {m.boards_grow_prediction()}
          </Button>
        </div>
      )}
    </section>
  )
}

function Body({
  card,
  ...acts
}: { readonly card: PageOfCard } & Pick<CardPageDialogProps, 'onGrow' | 'onOpen'>) {
  const { people } = useBoardTools()
  const openMoment = useMoment()
  const follow = useFollow()
  const { wordsSealed: seal } = card
  const isSealed = seal !== null && card.text === ''
  const face = faceOf(card)
  if (isSealed)
    return (
      <div className={styles.main}>
        <div className={styles.sealed}>
          <SealedCard card={face} />
        </div>
        {card.closes === null && <VerdictTrace card={card} />}
      </div>
    )
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {card.details.trim() !== '' && (
          <div className={styles.prose}>
            <Suspense fallback={<SkeletonLines lines={3} />}>
              <ReadView
                text={card.details}
                label={m.boards_details()}
                onLink={follow}
                onTime={(ms) => openMoment({ ordinal: card.ordinal, atMs: ms as Ms })}
              />
            </Suspense>
          </div>
        )}
        {card.labels.length > 0 && (
          <div className={styles.row}>
            {card.labels.map((label) => (
              <Chip key={label}>{label}</Chip>
            ))}
          </div>
        )}
        <CardEvidence card={card} />
        <Grown card={card} {...acts} />
      </div>
      <div className={styles.side}>
        <Facts card={card} onOpen={acts.onOpen} />
        {card.answer && <ShowsAnswer card={face} />}
        {seal && (
          <p className={styles.hint}>
            {seal.matches === null
              ? grouped(seal.fingerprint)
              : seal.matches
                ? m.boards_seal_matches({ name: people.of(card.authorId).called })
                : m.boards_seal_differs({ name: people.of(card.authorId).called })}
          </p>
        )}
        <OddsHistory card={card} />
        <VerdictTrace card={card} />
      </div>
    </div>
  )
}

/** A card with all that belongs to it. */
export function CardPageDialog({ id, onGrow, onOpen, onClose }: CardPageDialogProps) {
  const { as, editCard, isFixed } = useBoardTools()
  const { episodeByOrdinal } = useShow()
  const asked = useAsk('boards', 'card', { id, as }, { keepLast: true })
  const card = asked.data
  const open = card && !card.veiled ? card : null
  const safeAfter = card?.veiled ? episodeByOrdinal(card.safeAfter) : undefined
  const isSealed = open !== null && open.wordsSealed !== null && open.text === ''
  return (
    <Dialog
      title={open ? (isSealed ? m.boards_sealed_title() : open.text) : m.boards_card()}
      size="lg"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {asked.error && <AskTrouble error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonLines lines={5} />}
      {card?.veiled && <Veil safeAfter={safeAfter ? episodeLabel(safeAfter) : null} />}
      {open && (
        <>
          <div className={styles.kind}>
            <span>{KIND_WORDS[open.kind]()}</span>
            {!isFixed && !isSealed && (
              <Button size="sm" variant="quiet" icon={IconPencil} onPress={() => editCard(faceOf(open))}>
                {m.boards_edit()}
              </Button>
            )}
          </div>
          <Body card={open} onGrow={onGrow} onOpen={onOpen} />
        </>
      )}
    </Dialog>
  )
}
