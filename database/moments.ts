/** How often other processes look whether the database is free, and for how long it is left to them; in ms. */
export const LOOK_EVERY_MS = 8
const MOMENT_MS = LOOK_EVERY_MS + 4

/** Work without a pause is what takes longer than this, with no gap in which another process looks. */
const WITHOUT_PAUSE_MS = 100

/**
 * SQLite has no queue across processes: whoever writes one transaction after another shuts all others out, unless
 * it leaves them a moment now and then.
 */
export function createMoments() {
  let since = 0
  let last = 0
  const begins = () => {
    const now = performance.now()
    if (now - last > LOOK_EVERY_MS) since = now
    return now
  }
  return {
    /** A transaction of this process is about to begin. */
    begins,
    /** One has ended. */
    ends() {
      last = performance.now()
    },
    /** Waits a moment when this process has been writing for long. */
    async leaveToOthers() {
      if (begins() - since < WITHOUT_PAUSE_MS) return
      await new Promise((resolve) => setTimeout(resolve, MOMENT_MS))
      since = performance.now()
    },
  }
}
