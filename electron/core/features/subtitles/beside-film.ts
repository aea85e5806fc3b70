import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { besideFilm } from '@shared/subtitles/rules'
import { SUBTITLE_LIMITS } from '@shared/subtitles/schema'
import type { CoreContext } from '../../context'
import type { Announcer } from '../../events'
import type { SettingsService } from '../settings/service'
import type { Film } from '../watch/service'
import type { SubtitleService } from './service'

export interface BesideFilmOptions {
  readonly subtitles: SubtitleService
  readonly settings: Pick<SettingsService, 'read'>
  readonly announce: Announcer
}

/**
 * Takes the subtitles that lie beside a film, each once: one that the person has removed does not come back. What
 * was chosen stays chosen. Nothing here is worth a word to the person when it fails.
 */
export const subtitlesBeside =
  ({ log }: Pick<CoreContext, 'log'>, { subtitles, settings, announce }: BesideFilmOptions) =>
  async ({ showId, episodeId, place }: Film): Promise<void> => {
    try {
      const folder = path.dirname(place)
      const { language } = settings.read()
      const names = besideFilm(path.basename(place), await readdir(folder), language === 'fr' ? 'fr' : 'en')
      const steps = { progress: () => {}, signal: new AbortController().signal }
      const chosen = subtitles.ofEpisode({ showId, episodeId }).length > 0
      for (const name of names) {
        if (subtitles.hadNamed(episodeId, name)) continue
        const file = path.join(folder, name)
        const found = await stat(file)
        // a pipe or a device would be read without an end
        if (!found.isFile() || found.size > SUBTITLE_LIMITS.bytes) continue
        const bytes = new Uint8Array(await readFile(file))
        await subtitles
          .add({ showId, episodeId, name, bytes }, { ...steps, keepChoice: chosen })
          .catch(() => log.info('a subtitle file beside a film could not be read'))
      }
      if (names.length > 0) announce.changed(['subtitles'])
    } catch {
      // a folder that cannot be read has nothing beside the film
    }
  }
