import { ArtworkKind } from '@shared/exchange/pack-schema'
import { EpisodeId, ItemId, RoleId, ShowId } from '@shared/ids'
import { PictureBytes } from '@shared/library/picture-schema'
import { Ms } from '@shared/time'
import { EpisodeOrdinal, SafeAfter } from '@shared/veil/schema'
import { z } from 'zod'
import type { Database } from '../../db/database'

const ArtworkRow = z.object({
  id: ItemId,
  show_id: ShowId,
  kind: ArtworkKind,
  alt: z.string(),
  credit: z.string(),
  safe_after: SafeAfter,
  safe_from_ms: Ms.nullable(),
  episode_id: EpisodeId.nullable(),
  ordinal: EpisodeOrdinal.nullable(),
  season_safe_after: SafeAfter,
  role_id: RoleId.nullable(),
  role_safe_after: SafeAfter,
  role_safe_from_ms: Ms.nullable(),
})
/** A picture with the stamps of what it is of. */
export type ArtworkRow = z.infer<typeof ArtworkRow>

const COLUMNS = `
  artwork.id, artwork.show_id, artwork.kind, artwork.alt, artwork.credit, artwork.safe_after,
  artwork.safe_from_ms, artwork.episode_id, episode.ordinal, season.safe_after AS season_safe_after,
  artwork.role_id, role.safe_after AS role_safe_after, role.safe_from_ms AS role_safe_from_ms
`
const OF_WHAT = `
  JOIN show ON show.id = artwork.show_id AND show.ready = 1
  LEFT JOIN episode ON episode.id = artwork.episode_id
  LEFT JOIN season ON season.id = episode.season_id
  LEFT JOIN role ON role.id = artwork.role_id
`

/** Pictures as rows, and their bytes. */
export function libraryPictures(db: Database) {
  const all = db.prepare(`
    SELECT ${COLUMNS}
    FROM artwork
    ${OF_WHAT}
    WHERE artwork.show_id = ?
    ORDER BY artwork.position
    LIMIT 400
  `)
  const one = db.prepare(`
    SELECT ${COLUMNS}
    FROM artwork
    ${OF_WHAT}
    WHERE artwork.id = ?
  `)
  const bytes = db.prepare(`
    SELECT picture.type, picture.bytes
    FROM artwork
    JOIN picture ON picture.show_id = artwork.show_id AND picture.file = artwork.file
    WHERE artwork.id = ?
  `)
  const hidden = db.prepare('SELECT safe_after FROM season WHERE show_id = ?').pluck()
  return {
    of: (showId: ShowId): ArtworkRow[] => all.all(showId).map((row) => ArtworkRow.parse(row)),
    find(id: ItemId): ArtworkRow | null {
      const row = one.get(id)
      return row === undefined ? null : ArtworkRow.parse(row)
    },
    bytes(id: ItemId): PictureBytes {
      const { type, bytes: stored } = PictureBytes.parse(bytes.get(id))
      // not a view of anything larger: it crosses to the shell whole
      return { type, bytes: new Uint8Array(stored) }
    },
    /** The stamps of all seasons of a show. */
    seasonStamps: (showId: ShowId): (number | null)[] => hidden.all(showId) as (number | null)[],
  }
}
