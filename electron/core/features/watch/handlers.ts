import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { Note } from '@shared/notes/schema'
import type { PlayerService } from './player-service'
import type { WatchService } from './service'

export const watchHandlers = (
  watch: WatchService,
  players: PlayerService,
  mark: () => Note,
): Handlers<typeof coreContract>['watch'] => ({
  now: () => watch.now(),
  open: (episode) => watch.open(episode),
  play: () => watch.play(),
  pause: () => watch.pause(),
  nudge: ({ byMs }) => watch.nudge(byMs),
  setTime: ({ positionMs }) => watch.setTime(positionMs),
  setRate: ({ rate }) => watch.setRate(rate),
  useSource: ({ source }) => watch.useSource(source),
  setOffset: ({ offsetMs }) => watch.setOffset(offsetMs),
  seek: ({ positionMs }) => watch.seek(positionMs),
  nameFile: (said) => watch.nameFile(said),
  leave: () => watch.leave(),
  mark: () => mark(),
  players: () => players.setups(watch.standing),
  savePlayer: (setup) => {
    players.save(setup)
    watch.playersChanged(setup.kind)
  },
  testPlayer: (wanted, { signal }) => players.test(wanted, signal),
})
