import { AppError } from '@shared/app-error'
import { type Evidence, type EvidenceMoment, MOST_EVIDENCE } from '@shared/boards/evidence-schema'
import type { OddsEntry } from '@shared/boards/odds-schema'
import type {
  Archive,
  BoardPeek,
  BoardSummary,
  Card,
  CardPage,
  OfCard,
  OpenQuestions,
  StepWords,
} from '@shared/boards/schema'
import { namesAny } from '@shared/cast/rules'
import type { BoardId, CardId, MemberId, ShowId } from '@shared/ids'
import type { OfEpisode } from '@shared/library/schema'
import { plain } from '@shared/notes/plain'
import { behindVeil, isSafe, redact } from '@shared/veil/rules'
import type { Lifted, Peeked } from '@shared/veil/schema'
import type { CoreContext } from '../../context'
import type { LibraryService } from '../library/service'
import type { MemberService } from '../members/service'
import type { NoteService } from '../notes/service'
import { adopt } from './adopt'
import { boardReader, stepOf } from './board-reader'
import { cardCommands } from './card-commands'
import { chipOf, faceOf, isGone, type OnCard, oddsOf, tellable, verdictOf } from './card-view'
import { type Ground, stampOfCard, stampOfEvidence, stampOfKey } from './closing'
import { boardDesk, type Desk } from './desk'
import { forecastCommands } from './forecast-commands'
import { runs } from './grouped'
import { laneCommands } from './lane-commands'
import { packCards } from './pack-cards'
import { fingerprintOf } from './seals'
import type { CardRow, EvidenceRow } from './store'

const NONE: readonly never[] = []

interface Neighbours {
  readonly library: LibraryService
  readonly members: MemberService
  readonly notes: Pick<NoteService, 'read'>
}

/** The speculation boards of a show: the pack's questions and the person's own cards, in lanes. */
export function boardService(context: CoreContext, { library, members, notes }: Neighbours) {
  const desk: Desk = boardDesk(context, library, members)
  const { store, docs } = desk
  const cards = cardCommands(desk)
  const forecasts = forecastCommands(desk, cards)
  const pack = packCards(desk)

  /** The first board of a show that stands; null before there is one. */
  const firstBoard = (showId: ShowId): BoardId | null =>
    store.boards(showId).find(({ gone }) => !gone)?.id ?? null

  const onCard = (row: CardRow): OnCard => {
    const { labels, ...rest } = store.lists(row.boardId, row.id)
    return { ...rest, labels: labels.map(({ label }) => label) }
  }

  /** The card that one grew under, when that may be read itself: a veiled card has no id. */
  const parentOf = ({ parentId }: CardRow, ground: Ground): CardId | null => {
    const parent = parentId === null ? null : store.card(parentId)
    if (!parent || parent.goneAt !== null) return null
    const { evidence } = store.lists(parent.boardId, parent.id)
    return isSafe(stampOfCard(parent, evidence, ground), ground.horizon) ? parent.id : null
  }

  const toCard = (row: CardRow, on: OnCard, ground: Ground, as: MemberId | null): Card =>
    redact(stampOfCard(row, on.evidence, ground), ground.horizon, () =>
      // added to and not copied: a board is thousands of these
      Object.assign(faceOf(row, on, ground, as), {
        parentId: parentOf(row, ground),
        excerpt: row.excerpt,
        evidence:
          on.evidence.length === 0
            ? []
            : on.evidence.slice(0, MOST_EVIDENCE).map((each) => chipOf(each, ground)),
      }),
    )

  const toEvidence = (row: EvidenceRow, ground: Ground): Evidence =>
    redact(stampOfEvidence(row, ground), ground.horizon, () => {
      const { veiled: _veiled, ...chip } = chipOf(row, ground) as Lifted<Evidence>
      const note = row.noteId !== null && !isGone(row) ? notes.read(row.noteId) : null
      const said = note && !note.veiled ? plain(note.title === '' ? note.body : note.title) : row.text
      return { ...chip, noteId: note && !note.veiled ? row.noteId : null, text: row.beatText ?? said }
    })

  /** What may be told of the history of odds, while others' are hidden, to a member. */
  const historyOf = (
    on: OnCard,
    ground: Ground,
    blind: boolean,
    closedAt: string | null,
    as: MemberId | null,
  ) =>
    tellable(on.odds, ground)
      .filter(({ memberId }) => !blind || memberId === as)
      .map(
        (entry): OddsEntry => ({
          id: entry.id,
          memberId: entry.memberId,
          at: entry.at,
          odds: entry.odds === null ? null : oddsOf(entry.odds),
          late: forecasts.isLate(entry, closedAt),
          seal:
            entry.commitment === null
              ? null
              : {
                  fingerprint: fingerprintOf(entry.commitment),
                  openedAt: entry.openedAt,
                  matches: entry.matches === null ? null : entry.matches === 1,
                },
        }),
      )

  const reader = boardReader(desk, { toCard, onCard, memberOrNull: forecasts.memberOrNull })

  /** The cards of a show's first board that may be read, lane by lane, with the role of their lane. */
  const openCards = (showId: ShowId) => {
    if (firstBoard(showId) === null) return { open: [], veiled: false }
    const { lanes } = reader.board({ showId, boardId: null, as: null })
    return {
      open: lanes.flatMap(({ role, cards: lying }) =>
        lying.flatMap((card) => (card.veiled || card.text === '' ? [] : [{ card, role }])),
      ),
      veiled: lanes.some(({ cards: lying }) => lying.some(({ veiled }) => veiled)),
    }
  }

  return {
    ...reader,
    ...laneCommands(desk),
    ...cards,
    ...forecasts,
    desk,
    follow: pack.follow,
    /** Takes in the cards of a library from before boards were documents. */
    adopt: (): void => adopt(desk),

    list: (showId: ShowId): BoardSummary[] => {
      library.mustHave(showId)
      return store.boards(showId).flatMap(({ id, title, gone }) => (gone ? [] : [{ id, title }]))
    },

    card({ id, as }: OfCard): CardPage {
      const row = desk.mustRead(id)
      const ground = desk.ground(desk.showOf(row.boardId), row.boardId)
      const on = onCard(row)
      const who = forecasts.memberOrNull(as)
      return redact(stampOfCard(row, on.evidence, ground), ground.horizon, () => {
        const face = faceOf(row, on, ground, who)
        const said = row.safeSaid === 1 ? { saidSafeAfter: stampOfKey(row.safeKey, ground) ?? null } : {}
        return {
          ...face,
          ...said,
          parentId: parentOf(row, ground),
          boardId: row.boardId,
          laneId: row.laneId,
          details: store.details(row.id),
          archived: row.archivedAt !== null,
          evidence: on.evidence.slice(0, MOST_EVIDENCE).map((each) => toEvidence(each, ground)),
          history: historyOf(on, ground, face.odds.blind, face.closedAt, who),
          trace: on.verdicts.map((verdict) => verdictOf(verdict, ground)),
        }
      })
    },

    questions(showId: ShowId): OpenQuestions {
      library.mustHave(showId)
      const { open, veiled } = openCards(showId)
      return {
        veiled,
        open: open
          .filter(({ card, role }) => role !== 'resolved' && card.answer === null && card.verdict === null)
          .slice(0, 200)
          .map(({ card: { id, text, kind, ordinal, origin, form, odds } }) => ({
            id,
            text,
            kind,
            ordinal,
            mine: origin === 'mine',
            form,
            odds,
          })),
      }
    },

    /** The moments of an episode on which cards rest that may be read, in order. */
    moments({ showId, episodeId }: OfEpisode): EvidenceMoment[] {
      library.mustHave(showId)
      const ordinal = library.ordinalOf(showId, episodeId)
      if (ordinal === null)
        throw new AppError('not-found', 'no such episode in this show', { what: 'episode' })
      const key = desk.keyOf(showId, ordinal)
      if (key === null) return []
      return store.moments(showId, key).flatMap((evidence) => {
        const row = store.card(evidence.cardId)
        if (!row || row.goneAt !== null || row.archivedAt !== null || evidence.atMs === null) return []
        const ground = desk.ground(showId, row.boardId)
        const { atMs } = evidence
        if (!isSafe(stampOfEvidence(evidence, ground), ground.horizon)) return []
        const moment = redact(stampOfCard(row, onCard(row).evidence, ground), ground.horizon, () => ({
          id: evidence.id,
          cardId: row.id,
          text: row.text,
          stance: evidence.stance,
          atMs,
        }))
        if (moment.veiled) return []
        const { veiled: _veiled, ...told } = moment
        return [told]
      })
    },

    archive(id: BoardId): Archive {
      const ground = desk.ground(desk.showOf(id), id)
      const all = store.away(id).map((row) =>
        redact(stampOfCard(row, onCard(row).evidence, ground), ground.horizon, () => ({
          id: row.id,
          text: row.text,
          kind: row.kind,
          archivedAt: row.archivedAt ?? row.updatedAt,
        })),
      )
      return {
        cards: all.flatMap((card) =>
          card.veiled ? [] : [{ id: card.id, text: card.text, kind: card.kind, archivedAt: card.archivedAt }],
        ),
        veils: all.flatMap((card) => (card.veiled ? [card] : [])),
      }
    },

    undo: (id: BoardId): StepWords | null => {
      desk.showOf(id)
      return stepOf(docs.undo(id))
    },
    redo: (id: BoardId): StepWords | null => {
      desk.showOf(id)
      return stepOf(docs.redo(id))
    },

    /** The readable cards that say one of the names, word by word, in the order of the board; 50 at most. */
    naming(showId: ShowId, names: readonly string[]) {
      const isNamed = namesAny(names)
      return openCards(showId)
        .open.filter(({ card: { text, id, excerpt } }) =>
          isNamed(excerpt === '' ? text : `${text} ${store.details(id)}`),
        )
        .slice(0, 50)
        .map(({ card: { id, kind, text } }) => ({ id, kind, text }))
    },

    /** What a veiled card says, for one look. Sealed words stay sealed. */
    peek({ boardId, laneId, nth }: BoardPeek): Peeked {
      const ground = desk.ground(desk.showOf(boardId), boardId)
      const rests = runs(store.evidence(boardId), ({ cardId }) => cardId)
      const stamped = store.inLane(boardId, laneId).map((row) => ({
        row,
        stamp: stampOfCard(row, rests.get(row.id) ?? NONE, ground),
      }))
      const found = behindVeil(stamped, ({ stamp }) => stamp, ground.horizon, nth)
      if (!found) throw new AppError('not-found', 'no such veil', { what: 'veil' })
      return { heading: null, text: found.row.text }
    },
  }
}
export type BoardService = ReturnType<typeof boardService>
