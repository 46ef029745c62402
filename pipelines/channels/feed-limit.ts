/**
 * How much of a feed goes out at once: the newest items that fit, each whole; an item that alone is too big
 * goes out in brief. Shared by the feed formats, so that the same items stand in each.
 */

/** 250 KB, counted as 1,000 bytes each, the stricter reading. */
export const FEED_BYTES = 250_000

export type FittedItem<T> = { item: T; brief: boolean }

/**
 * Takes items from the front (newest) until one does not fit; whatever is older is left for the next page.
 * The first item is always taken, so that a walk over pages makes progress.
 *
 * @param frameBytes UTF-8 bytes of the feed without items
 * @param sizeOf UTF-8 bytes that the item adds to the feed, separators included
 * @param limit bytes of the whole feed
 */
export function fitItems<T>({
  items,
  frameBytes,
  sizeOf,
  limit = FEED_BYTES,
}: {
  items: readonly T[]
  frameBytes: number
  sizeOf: (fitted: FittedItem<T>) => number
  limit?: number
}): FittedItem<T>[] {
  const taken: FittedItem<T>[] = []
  let free = limit - frameBytes
  for (const item of items) {
    const whole = { item, brief: false }
    const bytes = sizeOf(whole)
    const isTooBigAlone = bytes > limit - frameBytes
    const fitted = isTooBigAlone ? { item, brief: true } : whole
    const added = isTooBigAlone ? sizeOf(fitted) : bytes
    if (added > free && taken.length > 0) break
    taken.push(fitted)
    free -= added
  }
  return taken
}
