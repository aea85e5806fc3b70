import type { OpenEpisode } from './reading'

/**
 * The recap as plain text: what is on screen, and nothing that is veiled.
 *
 * @param heading names an episode: `S1 E7, French Ending`
 */
export function recapAsText(
  title: string,
  standing: string | null,
  episodes: readonly OpenEpisode[],
  heading: (episode: OpenEpisode) => string,
): string {
  const parts = episodes
    .filter(({ beats }) => beats.length > 0)
    .map((episode) => [heading(episode), ...episode.beats.map((beat) => `– ${beat.text}`)].join('\n'))
  return [title, ...(standing ? [standing] : []), ...parts].join('\n\n')
}
