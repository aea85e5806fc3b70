import type { coreContract } from '@shared/contract'
import type { Handlers } from '@shared/ipc'
import type { SubtitleService } from './service'
import type { SpokenLines } from './spoken-lines'

export const subtitleHandlers = (
  subtitles: SubtitleService,
  spoken: SpokenLines,
): Handlers<typeof coreContract>['subtitles'] => ({
  ofEpisode: (wanted) => subtitles.ofEpisode(wanted),
  add: (file, steps) => subtitles.add(file, steps),
  choose: (wanted) => subtitles.choose(wanted),
  setLanguage: (wanted) => subtitles.setLanguage(wanted),
  remove: (wanted) => subtitles.remove(wanted),
  restore: (wanted) => subtitles.restore(wanted),
  spokenNow: () => spoken.now(),
  lines: (wanted) => subtitles.lines(wanted),
  search: (wanted) => subtitles.search(wanted),
  heard: (wanted) => subtitles.heard(wanted, spoken.stand()),
  speech: (wanted) => subtitles.speech(wanted),
})
