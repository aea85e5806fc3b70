import type { ShowId } from '@shared/ids'
import { z } from 'zod'
import type { Database } from '../../db/database'
import type { StoredPicture } from './pack-pictures'

const PictureRow = z.object({
  file: z.string(),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  width: z.int(),
  height: z.int(),
  bytes: z.instanceof(Uint8Array),
})

/** The bytes of pictures, under names made of them. What names one is an item of artwork, or a step of editing. */
export function pictureStore(db: Database) {
  const add = db.prepare(`
    INSERT INTO picture (show_id, file, type, width, height, bytes)
    VALUES (@showId, @file, @type, @width, @height, @bytes)
    ON CONFLICT DO NOTHING
  `)
  const find = db.prepare(`
    SELECT file, type, width, height, bytes
    FROM picture
    WHERE show_id = ? AND file = ?
  `)
  const total = db
    .prepare<[{ showId: string; file: string }], number>(`
    SELECT coalesce(sum(length(bytes)), 0)
    FROM picture
    WHERE show_id = @showId
      AND file IN (SELECT file FROM artwork WHERE show_id = @showId UNION SELECT @file)
  `)
    .pluck()
  const dropUnnamed = db.prepare(`
    DELETE FROM picture
    WHERE NOT EXISTS (SELECT 1 FROM artwork WHERE artwork.show_id = picture.show_id AND artwork.file = picture.file)
      AND NOT EXISTS (
        SELECT 1 FROM pack_step
        WHERE pack_step.show_id = picture.show_id AND instr(pack_step.patch, picture.file) > 0
      )
  `)
  return {
    add: (showId: ShowId, { file, type, width, height, bytes }: StoredPicture): void =>
      void add.run({ showId, file, type, width, height, bytes }),
    find(showId: ShowId, file: string): StoredPicture | null {
      const row = find.get(showId, file)
      return row === undefined ? null : PictureRow.parse(row)
    },
    /** The bytes of all pictures that a show's artwork names, and of one more. */
    totalWith: (showId: ShowId, file: string): number => total.get({ showId, file }) ?? 0,
    /** Drops the pictures that nothing names any more, no step of editing either. Answers how many. */
    dropUnnamed: (): number => dropUnnamed.run().changes,
  }
}
export type PictureStore = ReturnType<typeof pictureStore>
