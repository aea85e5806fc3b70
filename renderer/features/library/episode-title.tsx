import type { Episode } from '@shared/library/schema'
import { Veil } from '../../ui/veil'
import { useSafeLabel } from './safe-label'

/** An episode's title, or the veil in its place. */
export function EpisodeTitle({ episode }: { readonly episode: Episode }) {
  const safeLabel = useSafeLabel()
  const { details } = episode
  return details.veiled ? (
    <Veil form="inline" brief safeAfter={safeLabel(details.safeAfter)} />
  ) : (
    details.title
  )
}
