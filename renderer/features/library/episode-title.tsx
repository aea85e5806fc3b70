import type { Episode } from '@shared/library/schema'
import { useShow } from '../../api/current-show'
import { peek } from '../../api/peek'
import { Veil } from '../../ui/veil'
import { useSafeLabel } from './safe-label'

/** An episode's title, or the veil in its place. */
export function EpisodeTitle({ episode }: { readonly episode: Episode }) {
  const { showId } = useShow()
  const safeLabel = useSafeLabel()
  const { details } = episode
  return details.veiled ? (
    <Veil
      form="inline"
      brief
      safeAfter={safeLabel(details.safeAfter)}
      {...(showId && {
        lift: () => peek({ feature: 'library', veil: { of: 'title', showId, episodeId: episode.id } }),
      })}
    />
  ) : (
    details.title
  )
}
