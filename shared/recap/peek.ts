import { z } from 'zod'
import { EpisodeId, ShowId } from '../ids'
import { Nth } from '../veil/schema'

/** One veiled beat: the nth veil of its episode. */
export const RecapPeek = z.strictObject({ showId: ShowId, episodeId: EpisodeId, nth: Nth })
export type RecapPeek = z.infer<typeof RecapPeek>
