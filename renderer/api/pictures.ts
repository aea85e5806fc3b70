import type { EpisodeId, RoleId, ShowId } from '@shared/ids'
import type { Picture } from '@shared/library/picture-schema'
import { useMemo } from 'react'
import { useAsk } from './ask'

/** The pictures of a show that may be shown, each found by what it is of. */
export interface ShowPictures {
  readonly poster: Picture | null
  readonly still: (episodeId: EpisodeId) => Picture | null
  readonly portrait: (roleId: RoleId) => Picture | null
}

/** Asks which pictures of a show may be shown; until there is an answer there are none. */
export function usePictures(showId: ShowId): ShowPictures {
  const { data } = useAsk('library', 'pictures', { showId })
  return useMemo(() => {
    const stills = new Map(data?.stills.map(({ episodeId, picture }) => [episodeId, picture]))
    const portraits = new Map(data?.portraits.map(({ roleId, picture }) => [roleId, picture]))
    return {
      poster: data?.poster ?? null,
      still: (episodeId) => stills.get(episodeId) ?? null,
      portrait: (roleId) => portraits.get(roleId) ?? null,
    }
  }, [data])
}
