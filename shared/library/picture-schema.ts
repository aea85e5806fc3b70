import { z } from 'zod'
import { EpisodeId, ItemId, RoleId } from '../ids'

/**
 * A picture that may be shown, by an id that tells nothing. `alt` and `credit` are texts: they are null for somebody
 * who sees pictures of what they have not reached, and only the picture.
 */
export const Picture = z.strictObject({
  id: ItemId,
  alt: z.string().nullable(),
  credit: z.string().nullable(),
})
export type Picture = z.infer<typeof Picture>

/** The pictures of a show that may be shown, one for each place. What may not be is left out, as if there were none. */
export const Pictures = z.strictObject({
  poster: Picture.nullable(),
  stills: z.array(z.strictObject({ episodeId: EpisodeId, picture: Picture })),
  portraits: z.array(z.strictObject({ roleId: RoleId, picture: Picture })),
})
export type Pictures = z.infer<typeof Pictures>

export const OfPicture = z.strictObject({ pictureId: ItemId })
export type OfPicture = z.infer<typeof OfPicture>

export const PictureType = z.enum(['image/png', 'image/jpeg', 'image/webp'])
/** A picture's bytes, as they came with its pack. */
export const PictureBytes = z.strictObject({ type: PictureType, bytes: z.instanceof(Uint8Array) })
export type PictureBytes = z.infer<typeof PictureBytes>
