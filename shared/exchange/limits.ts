/** The most bytes that a pack file may have, with its artwork. */
export const MAX_PACK_BYTES = 32 * 1024 * 1024

/** The most pictures of one pack. */
export const MAX_ARTWORK = 400
/** The most bytes of one picture. */
export const MAX_PICTURE_BYTES = 2 * 1024 * 1024
/** The most bytes of all pictures of a pack. */
export const MAX_ARTWORK_BYTES = 24 * 1024 * 1024
/** The longest side of a picture, in pixels: what is drawn from it takes at most 64 MiB. */
export const MAX_PICTURE_SIDE = 4096
