import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { CoreContext } from './context'
import type { Announcer } from './events'
import { boardHandlers } from './features/boards/handlers'
import { scoresService } from './features/boards/scores-service'
import { boardService } from './features/boards/service'
import { castHandlers } from './features/cast/handlers'
import { mentionService } from './features/cast/mentions-service'
import { castPeek } from './features/cast/peek'
import { relationsService } from './features/cast/relations-service'
import { castService } from './features/cast/service'
import { bundledPacks } from './features/exchange/bundled'
import { exchangeHandlers } from './features/exchange/handlers'
import { exchangeService } from './features/exchange/service'
import { libraryHandlers } from './features/library/handlers'
import { pictureService } from './features/library/picture-service'
import { pressService } from './features/library/press-service'
import { libraryService } from './features/library/service'
import { trackerService } from './features/library/tracker-service'
import { memberHandlers } from './features/members/handlers'
import { memberService } from './features/members/service'
import { noteHandlers } from './features/notes/handlers'
import { noteService } from './features/notes/service'
import { recapHandlers } from './features/recap/handlers'
import { recapPeek } from './features/recap/peek'
import { recapService } from './features/recap/service'
import { settingsHandlers } from './features/settings/handlers'
import { type AppFacts, settingsService } from './features/settings/service'
import { studioHandlers } from './features/studio/handlers'
import { studioService } from './features/studio/service'
import { subtitlesBeside } from './features/subtitles/beside-film'
import { subtitleHandlers } from './features/subtitles/handlers'
import { subtitleService } from './features/subtitles/service'
import { spokenLines } from './features/subtitles/spoken-lines'
import { watchHandlers } from './features/watch/handlers'
import { marker } from './features/watch/marker'
import { playerService } from './features/watch/player-service'
import type { ConnectPlayer } from './features/watch/players/player'
import { watchService } from './features/watch/service'
import type { Pulse } from './pulse'

export interface FeatureOptions {
  readonly facts: AppFacts
  /** The folder with the packs that came with the app. */
  readonly packsFolder: string
  /** Cancels a running task; given by whoever runs them. */
  readonly cancelTask: (taskId: string) => boolean
  readonly announce: Announcer
  readonly pulse: Pulse
  /** How players are reached. */
  readonly connectPlayer: ConnectPlayer
}

export interface Features {
  /** The functions behind the contract. */
  readonly handlers: Handlers<typeof coreContract>
  /** Ends what goes on by itself: timers, and connections to players. */
  stop(): void
}

/** Starts every feature. A feature is wired here, once. */
export function startFeatures(
  context: CoreContext,
  { facts, packsFolder, cancelTask, announce, pulse, connectPlayer }: FeatureOptions,
): Features {
  const settings = settingsService(context, facts)
  const library = libraryService(context, settings)
  const press = pressService(context, library)
  const cast = castService(context, library)
  const recap = recapService(context, library, cast)
  const members = memberService(context)
  const notes = noteService(context, { library, cast, members })
  const boards = boardService(context, { library, members, notes })
  const bundled = bundledPacks(packsFolder, context.log)
  const exchange = exchangeService(context, { library, settings, bundled })
  exchange.shelf.whenWritten(boards.follow)
  library.whenMoved(boards.begun)
  members.whenLeft(boards.somebodyLeft)
  const studio = studioService(context, library, exchange)

  const unfinished = exchange.discardUnfinished()
  if (unfinished > 0) context.log.warn(`took back ${unfinished} unfinished import(s)`)
  boards.adopt()

  const players = playerService(context, { library, connect: connectPlayer, pulse })
  const subtitles = subtitleService(context, library)
  subtitles.discardUnfinished()
  const beside = subtitlesBeside(context, { subtitles, settings, announce })
  const watch = watchService(context, {
    library,
    players,
    connect: connectPlayer,
    announce,
    pulse,
    onFilm: (film) => void beside(film),
  })

  const spoken = spokenLines({ subtitles, library, announce, pulse, clock: watch.stand })

  const handlers: Handlers<typeof coreContract> = {
    library: libraryHandlers(
      library,
      press,
      trackerService(context, library),
      pictureService(context, library),
    ),
    cast: castHandlers(
      cast,
      castPeek(context, library),
      relationsService(context, library),
      mentionService({ cast, notes, boards }),
    ),
    recap: recapHandlers(recap, recapPeek(context, library)),
    notes: noteHandlers(notes),
    members: memberHandlers(members),
    boards: boardHandlers(boards, scoresService({ library, members, desk: boards.desk })),
    settings: settingsHandlers(settings),
    exchange: exchangeHandlers(exchange),
    studio: studioHandlers(studio),
    watch: watchHandlers(watch, players, marker(context, watch, notes)),
    subtitles: subtitleHandlers(subtitles, spoken),
    tasks: { cancel: ({ taskId }) => cancelTask(taskId) },
  }
  return {
    handlers,
    stop() {
      spoken.stop()
      watch.close()
    },
  }
}
