/**
 * How a file is built, as far as it matters for what may hide in it. The readers beside this file look at lengths
 * and marks only; nothing is decoded.
 */
export type Anatomy = {
  /** What is not the picture itself: comments, EXIF, XMP, segments that nobody knows. */
  remarks: Buffer[]
  /** What stands after the picture's end. */
  trailer: Buffer
  /** 1 for a still picture. */
  frames: number
  /** False: the file ends before the picture does. */
  isWhole: boolean
}

/** What a file that breaks off is, whatever its kind. */
export function brokenOff(remarks: Buffer[], frames: number): Anatomy {
  return { remarks, trailer: Buffer.alloc(0), frames, isWhole: false }
}
