/** What a picture may cost. Checked before anything is decoded. */

/** Of the file. */
export const MAX_BYTES = 25_000_000

/** Width × height of one frame. A phone's largest photo has 50 million, a medium-format camera's 100. */
export const MAX_PIXELS = 100_000_000

/** The same for pictures that are decoded as a whole: progressive JPEG, interlaced PNG, WebP, AVIF. */
export const MAX_PIXELS_AT_ONCE = 50_000_000

/** Either side, in pixels: the most that a JPEG can have. */
export const MAX_SIDE = 65_535

/** Only the first is shown; each of the others still costs memory when the file is opened. */
export const MAX_FRAMES = 1_000

/** For one picture: a file can be made whose decoding takes hours. */
export const MAX_DECODING_SECONDS = 60
