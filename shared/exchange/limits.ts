/** The most bytes that a pack file may have. Artwork is not part of format 1. */
export const MAX_PACK_BYTES = 32 * 1024 * 1024
