import { z } from 'zod'
import { EvidenceMoment } from './boards/evidence-schema'
import {
  AddEvidence,
  Archive,
  Board,
  BoardNews,
  BoardPeek,
  BoardSummary,
  CardDraft,
  CardPage,
  DropEvidence,
  DropLane,
  GiveOdds,
  LabelCards,
  LaneDraft,
  MoveCards,
  MoveLane,
  NameBoard,
  NewBoard,
  OfBoard,
  OfBoardSince,
  OfCard,
  OneBoard,
  OpenQuestions,
  Resolve,
  SealCard,
  SomeCards,
  StepWords,
} from './boards/schema'
import {
  CardScores,
  MemberRecord,
  MOST_SCORED,
  OfRecord,
  OfResolved,
  OfSeasonScores,
  Scores,
  SeasonScores,
} from './boards/scores-schema'
import { Mentions } from './cast/mentions-schema'
import { Presence } from './cast/presence-schema'
import { Relations } from './cast/relations-schema'
import { Cast, CastPeek, OfRole, RolePage } from './cast/schema'
import { desktopContract } from './desktop/contract'
import {
  ApplyUpdate,
  BundledPack,
  ChangesOf,
  OfUpdate,
  PackApplied,
  PackChanges,
  PackFile,
  PackProgress,
  PackUpdate,
  RemoveShow,
  ShowBelongings,
  StartWithPack,
} from './exchange/schema'
import { TaskId } from './ids'
import { command, event, query, task } from './ipc'
import { OfPicture, PictureBytes, Pictures } from './library/picture-schema'
import { AirDates, OfReading, OfTracker, Press, ReadingDraft, RenameTracker } from './library/press-schema'
import {
  ChooseOrder,
  LibraryPeek,
  OfChange,
  OfEpisode,
  OfShow,
  Rate,
  Reading,
  SetReading,
  SetRunning,
  SetWatched,
  ShowPage,
  ShowSummary,
  WatchedChange,
} from './library/schema'
import { Member, MemberDraft, OfMember } from './members/schema'
import {
  NoteHistory,
  NoteVersion,
  OfVersion,
  PinNotes,
  RestoredVersion,
  SomeNotes,
  TagNotes,
  TrashOf,
} from './notes/many-schema'
import {
  Draft,
  DropDraft,
  Note,
  NoteDraft,
  NoteFacets,
  NoteIds,
  NoteIdsOf,
  NotePage,
  NotesOf,
  OfDraft,
  OfNote,
  OfPins,
  PinPage,
} from './notes/schema'
import { RecapPeek } from './recap/peek'
import { OfRecapPage, RecapPage, WhereThingsStand } from './recap/schema'
import { About, Settings, SettingsPatch } from './settings/schema'
import {
  Findings,
  ItemOf,
  KeptPicture,
  ListOf,
  MadeShow,
  MoveItem,
  NewPicture,
  NewShow,
  OfFile,
  OfWorkshop,
  Outline,
  PackBytes,
  Preview,
  PreviewOf,
  PreviewRows,
  PreviewRowsOf,
  PutAnswer,
  PutItem,
  Step,
  StudioItem,
  StudioList,
  Workshop,
  WorkshopDoor,
} from './studio/schema'
import {
  ChangeLanguage,
  Cue,
  FoundLine,
  Heard,
  LinePage,
  LinesOf,
  OfSubtitle,
  SearchLines,
  Speech,
  Spoken,
  Subtitle,
  SubtitleFile,
  SubtitleProgress,
} from './subtitles/schema'
import { Peeked, VeilChoices } from './veil/schema'
import { PlayerSetup, PlayerTest, SavePlayer, TestPlayer } from './watch/player-schema'
import { AtRate, FromSource, NameFile, NudgeBy, ToPosition, Watching, WithOffset } from './watch/schema'

const nothing = z.void()
const done = z.void()
/** What an edit of a show may change on any screen. */
const everyScreen = ['library', 'cast', 'recap', 'notes', 'boards', 'studio', 'watch'] as const

/** What follows the clock of the episode that is on. */
const everyReader = ['watch', 'library', 'cast', 'recap', 'notes', 'boards'] as const

/** Everything that the core answers. */
export const coreContract = {
  library: {
    shows: query(nothing, z.array(ShowSummary).max(100)),
    show: query(OfShow, ShowPage),
    press: query(OfShow, Press),
    airDates: query(OfShow, AirDates),
    pictures: query(OfShow, Pictures),
    /** The bytes of one picture; the shell asks for them when a page draws it. */
    picture: query(OfPicture, PictureBytes),
    saveReading: command(ReadingDraft, done, ['library']),
    removeReading: command(OfReading, done, ['library']),
    restoreReading: command(OfReading, done, ['library']),
    renameTracker: command(RenameTracker, done, ['library']),
    /** Takes a tracker of the person's own away, with its readings. */
    removeTracker: command(OfTracker, done, ['library']),
    restoreTracker: command(OfTracker, done, ['library']),
    setWatched: command(SetWatched, WatchedChange, ['library', 'cast', 'recap', 'notes', 'boards']),
    setReading: command(SetReading, Reading, ['library', 'cast', 'recap', 'notes', 'boards']),
    rate: command(Rate, done, ['library']),
    /** Says what is on now: facts of that episode that carry a time open as it runs. */
    setRunning: command(SetRunning, Reading, ['library', 'cast', 'recap', 'notes', 'boards']),
    /** Chooses an order to watch in. */
    chooseOrder: command(ChooseOrder, done, ['library', 'recap']),
    /** Lifts one veil for one look; nothing is kept. So do the other `peek`s. */
    peek: command(LibraryPeek, Peeked, []),
    undoWatched: command(OfChange, Reading, ['library', 'cast', 'recap', 'notes', 'boards']),
  },
  cast: {
    roles: query(OfShow, Cast),
    role: query(OfRole, RolePage),
    /** Everything between the roles that may be known, to go back and forth in without asking again. */
    relations: query(OfShow, Relations),
    presence: query(OfShow, Presence),
    mentions: query(OfRole, Mentions),
    peek: command(CastPeek, Peeked, []),
  },
  recap: {
    previously: query(OfShow, WhereThingsStand),
    page: query(OfRecapPage, RecapPage),
    peek: command(RecapPeek, Peeked, []),
  },
  notes: {
    list: query(NotesOf, NotePage),
    facets: query(OfShow, NoteFacets),
    /** Pinned notes in the order of the story, a hundred at a time. */
    pinned: query(OfPins, PinPage),
    read: query(OfNote, Note),
    /** What is being written and not saved yet. */
    draft: query(OfDraft, Draft.nullable()),
    keepDraft: command(Draft, done, []),
    dropDraft: command(DropDraft, done, []),
    save: command(NoteDraft, Note, ['notes']),
    remove: command(OfNote, done, ['notes']),
    restore: command(OfNote, done, ['notes']),
    peek: command(OfNote, Peeked, []),
    /** The ids of a stretch of a list, for actions on many. */
    ids: query(NoteIdsOf, NoteIds),
    /** Each answers which notes it changed, so that undo touches those alone. */
    tagMany: command(TagNotes, SomeNotes, ['notes']),
    pinMany: command(PinNotes, SomeNotes, ['notes']),
    removeMany: command(SomeNotes, SomeNotes, ['notes']),
    restoreMany: command(SomeNotes, SomeNotes, ['notes']),
    trash: query(OfShow, TrashOf),
    /** Deletes what is in the trash of a show for good, and answers how many notes that were. */
    emptyTrash: command(OfShow, z.int(), ['notes']),
    /** When a note said something else; the newest first. */
    history: query(OfNote, NoteHistory),
    version: query(OfVersion, NoteVersion),
    /** Brings a version back. What the note says now becomes a version itself. */
    restoreVersion: command(OfVersion, RestoredVersion, ['notes']),
  },
  members: {
    list: query(nothing, z.array(Member).max(1000)),
    save: command(MemberDraft, Member, ['members', 'notes']),
    leave: command(OfMember, done, ['members']),
    comeBack: command(OfMember, done, ['members']),
  },
  boards: {
    list: query(OfShow, z.array(BoardSummary).max(100)),
    board: query(OfBoard, Board),
    /** What has happened to a board since it was answered: after a step on a large one, next to nothing. */
    since: query(OfBoardSince, BoardNews),
    card: query(OfCard, CardPage),
    /** What is open on a show's first board, for the pages that ask it. */
    questions: query(OfShow, OpenQuestions),
    /** The moments of an episode on which cards rest, in order. */
    moments: query(OfEpisode, z.array(EvidenceMoment).max(1000)),
    archive: query(OneBoard, Archive),
    create: command(NewBoard, done, ['boards']),
    rename: command(NameBoard, done, ['boards']),
    /** Takes a board away, or brings it back. The last one of a show stays. */
    removeBoard: command(OneBoard, done, ['boards']),
    restoreBoard: command(OneBoard, done, ['boards']),
    saveLane: command(LaneDraft, done, ['boards']),
    moveLane: command(MoveLane, done, ['boards']),
    dropLane: command(DropLane, done, ['boards']),
    save: command(CardDraft, done, ['boards']),
    /** A new prediction whose words stay sealed until it closes. */
    sealCard: command(SealCard, done, ['boards', 'members']),
    move: command(MoveCards, done, ['boards']),
    label: command(LabelCards, done, ['boards']),
    putAway: command(SomeCards, done, ['boards']),
    bringBack: command(SomeCards, done, ['boards']),
    /** Takes cards off the board and out of the archive. Undo brings them back. */
    remove: command(SomeCards, done, ['boards']),
    addEvidence: command(AddEvidence, done, ['boards']),
    dropEvidence: command(DropEvidence, done, ['boards']),
    giveOdds: command(GiveOdds, done, ['boards', 'members']),
    sealOdds: command(GiveOdds, done, ['boards', 'members']),
    resolve: command(Resolve, done, ['boards']),
    /** Takes the last step on a board back, or does it again; says what it was, null when there is none. */
    undo: command(OneBoard, StepWords.nullable(), ['boards']),
    redo: command(OneBoard, StepWords.nullable(), ['boards']),
    peek: command(BoardPeek, Peeked, []),
    /** How well everybody on a board guesses. */
    scores: query(OfBoard, Scores),
    record: query(OfRecord, MemberRecord),
    /** Everybody's scores on each decided card of a board, for the cards themselves. */
    resolved: query(OfResolved, z.array(CardScores).max(MOST_SCORED)),
    /** Who saw it coming in one season. */
    season: query(OfSeasonScores, SeasonScores),
  },
  subtitles: {
    ofEpisode: query(OfEpisode, z.array(Subtitle).max(100)),
    add: task(SubtitleFile, SubtitleProgress, Subtitle, ['subtitles']),
    choose: command(OfSubtitle, done, ['subtitles']),
    setLanguage: command(ChangeLanguage, done, ['subtitles']),
    remove: command(OfSubtitle, done, ['subtitles']),
    restore: command(OfSubtitle, done, ['subtitles']),
    /** The line at this moment; null when nothing is on. */
    spokenNow: query(nothing, Spoken.nullable()),
    /** The lines that have been spoken so far. */
    lines: query(LinesOf, LinePage),
    search: query(SearchLines, z.array(FoundLine).max(100)),
    /** Finds a line that was just heard, anywhere in an episode that is on or was seen: the person says what it says. */
    heard: command(Heard, z.array(Cue).max(20), []),
    speech: query(OfEpisode, Speech),
    /** A line is being spoken, or has been. */
    spoken: event(Spoken),
  },
  settings: {
    read: query(nothing, Settings),
    change: command(SettingsPatch, Settings, ['settings']),
    /** Says what a veil hides at least. */
    setVeil: command(VeilChoices, Settings, ['settings', 'library', 'cast', 'recap', 'notes', 'boards']),
    about: query(nothing, About),
  },
  exchange: {
    bundled: query(nothing, z.array(BundledPack)),
    start: command(StartWithPack, PackApplied, ['library', 'cast', 'recap', 'notes', 'boards', 'settings']),
    importPack: task(PackFile, PackProgress, PackApplied, [
      'library',
      'cast',
      'recap',
      'notes',
      'boards',
      'settings',
    ]),
    /** Looks at a file that would update a show: what it would change. Writes nothing. */
    inspect: task(PackFile, PackProgress, PackUpdate, []),
    update: query(OfUpdate, PackUpdate),
    changes: query(ChangesOf, PackChanges),
    applyUpdate: command(ApplyUpdate, PackApplied, everyScreen),
    belongings: query(OfShow, ShowBelongings),
    removeShow: command(RemoveShow, done, everyScreen),
  },
  studio: {
    create: command(NewShow, MadeShow, everyScreen),
    door: query(OfShow, WorkshopDoor),
    /** The person's word that they want to read this show whole; nothing below answers without it. */
    open: command(OfShow, Workshop, []),
    close: command(OfWorkshop, done, []),
    outline: query(OfWorkshop, Outline),
    list: query(ListOf, StudioList),
    item: query(ItemOf, StudioItem),
    findings: query(OfWorkshop, Findings),
    preview: query(PreviewOf, Preview),
    previewRows: query(PreviewRowsOf, PreviewRows),
    /** Keeps a picture for artwork to name; nothing shows it before that. */
    addPicture: command(NewPicture, KeptPicture, []),
    picture: query(OfFile, PictureBytes),
    put: command(PutItem, PutAnswer, everyScreen),
    remove: command(ItemOf, done, everyScreen),
    move: command(MoveItem, done, everyScreen),
    undo: command(OfWorkshop, Step, everyScreen),
    redo: command(OfWorkshop, Step, everyScreen),
    exportPack: command(OfWorkshop, PackBytes, []),
  },
  watch: {
    now: query(nothing, Watching),
    /** Puts an episode on, paused at where it was left or at its start. */
    open: command(OfEpisode, Watching, everyReader),
    play: command(nothing, Watching, ['watch']),
    pause: command(nothing, Watching, ['watch']),
    /** Moves the clock by hand; while it follows a player, the offset of the cut. So does `setTime`. */
    nudge: command(NudgeBy, Watching, ['watch']),
    setTime: command(ToPosition, Watching, ['watch']),
    /** Runs the clock faster or slower; a player that it follows has its own pace. */
    setRate: command(AtRate, Watching, ['watch']),
    useSource: command(FromSource, Watching, ['watch']),
    /** Says how far the cut that is played is from the episode; kept for this source and episode. */
    setOffset: command(WithOffset, Watching, ['watch']),
    /** Goes to a place of the episode; the player that the clock follows goes there as well. */
    seek: command(ToPosition, Watching, ['watch']),
    nameFile: command(NameFile, Watching, everyReader),
    /** Marks the moment with a bare timecode, to be written later. */
    mark: command(nothing, Note, ['notes']),
    /** Nothing is on any more. */
    leave: command(nothing, Watching, everyReader),
    /** The players that can be followed, as they are set up. Their secrets are not among it. */
    players: query(nothing, z.array(PlayerSetup)),
    savePlayer: command(SavePlayer, done, ['watch']),
    /** Tries to reach a player, as typed and not yet saved. */
    testPlayer: task(TestPlayer, nothing, PlayerTest, []),
    changed: event(Watching),
  },
  tasks: {
    /** Answers whether there was anything to cancel. */
    cancel: command(z.strictObject({ taskId: TaskId }), z.boolean(), []),
  },
} as const

/** The corridor: every call, task and event, one line each. What the shell answers itself stands in `desktop/contract.ts`. */
export const contract = { ...coreContract, ...desktopContract } as const
export type AppContract = typeof contract
