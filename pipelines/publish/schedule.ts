/** Items whose time is yet to come. The times themselves are in the documents; this is only the alarm clock. */

/** The longest delay that a timer takes, in ms. */
const LONGEST = 2 ** 31 - 1

/** Calls `ring` once for each item when its time comes (at once if it has passed); keeps no process alive. */
export function createSchedule(ring: (itemId: string) => void) {
  const due = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined

  function wind() {
    clearTimeout(timer)
    if (due.size === 0) return
    const next = Math.min(...due.values())
    timer = setTimeout(
      () => {
        for (const [itemId, at] of due) {
          if (at > Date.now()) continue
          due.delete(itemId)
          ring(itemId)
        }
        wind()
      },
      Math.min(Math.max(next - Date.now() + 1, 0), LONGEST),
    )
    timer.unref()
  }

  return {
    /** Rings for the item at that time; a later call for the same item replaces the time. */
    remind(itemId: string, at: Date) {
      due.set(itemId, at.getTime())
      wind()
    },
    close() {
      clearTimeout(timer)
      due.clear()
    },
  }
}
