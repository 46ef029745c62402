/** Items whose time is yet to come. The times themselves are in the documents; this is only the alarm clock. */
import { outside } from '../../database/together.ts'

/** The longest delay that a timer takes, in ms. */
const LONGEST = 2 ** 31 - 1

/** After a failure: the first wait, which doubles each time, and the longest; in ms. */
const FIRST_RETRY = 500
const LONGEST_RETRY = 60_000

/** Calls `ring` once for each item when its time comes (at once if it has passed); keeps no process alive. */
export function createSchedule(ring: (itemId: string) => void) {
  const due = new Map<string, number>()
  const failures = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  function wind() {
    clearTimeout(timer)
    if (due.size === 0 || isClosed) return
    const next = Math.min(...due.values())
    const wait = Math.min(Math.max(next - Date.now() + 1, 0), LONGEST)
    // Whoever reminds may be in a transaction that is over, or somebody else's, when it rings.
    timer = outside(() => setTimeout(ringDue, wait))
    timer.unref()
  }

  function ringDue() {
    for (const [itemId, at] of due) {
      if (at > Date.now()) continue
      due.delete(itemId)
      ring(itemId)
    }
    wind()
  }

  function remind(itemId: string, at: Date) {
    due.set(itemId, at.getTime())
    wind()
  }

  return {
    /** Rings for the item at that time; a later call for the same item replaces the time. */
    remind,
    /** What it rang for failed: rings again, later each time. Several processes do so at different moments. */
    failed(itemId: string) {
      const count = failures.get(itemId) ?? 0
      failures.set(itemId, count + 1)
      const wait = Math.min(FIRST_RETRY * 2 ** count, LONGEST_RETRY)
      remind(itemId, new Date(Date.now() + wait * (0.5 + Math.random())))
    },
    /** What it rang for is done. */
    done(itemId: string) {
      failures.delete(itemId)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      due.clear()
    },
  }
}
