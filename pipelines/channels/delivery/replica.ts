/**
 * Keeps the read model of one process in step with the ledger. Unlike other channels it stands in a file of its own,
 * its cursor too, so any number of processes follow at their own pace and none waits for the database to answer readers.
 */
import type { Payload } from 'payload'
import { isBusy, isDamaged } from '../../../database/sqlite-faults.ts'
import { readEpoch } from '../../ledger/meta.ts'
import { readAfter, readHead } from '../../ledger/read.ts'
import type { Standing } from '../standing.ts'
import { type Applied, applyEntries } from './apply.ts'
import { openStore, type Store } from './store.ts'

/** What to forget: answers with these tags, or everything. */
export type Stale = Applied | 'everything'

export type Replica = {
  store: Store
  /** Of the last entry that is in it. */
  seq(): number
  /** Looks whether another process has written to the file: to call before what is read is answered. */
  noticeOthers(): void
  /** How far it is, and why it stands still (null while it follows) after how many failures. */
  standing(): Omit<Standing, 'channel'>
  /** Whether it has stood at the ledger's head since it was opened. Before that it may be of any earlier time, or empty. */
  hasRead(): boolean
  /** Called after every step, before anything is answered from it. */
  onStale(forget: (stale: Stale) => void): void
  /** Follows; resolves when it has read to the ledger's head once, or cannot for now. */
  start(payload: Payload): Promise<void>
  /** Something was appended: look now. */
  wake(): void
  /** Resolves when it has read to the ledger's present head. */
  caughtUp(): Promise<void>
  /** Resolves when `seq` is reached; false when that takes longer than `ms`. */
  reached(seq: number, ms: number): Promise<boolean>
  /** Ends following and closes the file. */
  stop(): Promise<void>
}

/** The most at once. */
const BATCH = 200
/** Readers wait for no longer than about this: applying and answering share a thread. */
const LONGEST_STEP_MS = 10
/** How often to look for what another process appended. */
const POLL_MS = 100
/** How soon to try again where another process writes. */
const BUSY_MS = 25
const LONGEST_PAUSE_MS = 5_000

/** `folder`: where the read model's file is. */
export function createReplica(folder: string): Replica {
  const store = openStore(folder)
  const listeners: ((stale: Stale) => void)[] = []
  const waiting = new Set<() => void>()
  let known = store.position()
  let version = store.dataVersion()
  let payload: Payload | null = null
  let following: Promise<void> = Promise.resolve()
  let rouse = () => {}
  let news = 0
  let failures = 0
  let atOnce = 1
  let error: string | null = null
  let isStopping = false
  let hasRead = false

  const tell = (stale: Stale) => {
    for (const forget of listeners) forget(stale)
    for (const look of [...waiting]) look()
  }

  /** Whether another process has written to the file. */
  function noticeOthers() {
    const present = store.dataVersion()
    if (present === version) return
    version = present
    const { seq, generation, epoch } = store.position()
    if (seq === known.seq && generation === known.generation) return
    known = { seq, generation, epoch }
    tell('everything')
  }

  /** Begins anew where the file belongs to another ledger. */
  async function begin(from: Payload) {
    noticeOthers()
    // Before the head is asked for: meanwhile another process may get further in the file than that.
    const before = known
    const [epoch, head] = [await readEpoch(from), await readHead(from)]
    noticeOthers()
    const isAhead = before.epoch === epoch && before.seq > head
    if (known.epoch === epoch && !isAhead) return
    store.startOver(epoch)
    known = store.position()
    tell('everything')
  }

  /** Applies a batch; false when there was nothing more to apply. */
  async function step(from: Payload): Promise<boolean> {
    noticeOthers()
    const most = atOnce
    const { generation } = known
    const entries = await readAfter(from, known.seq, most)
    if (isStopping) return false
    if (entries.length > 0) {
      const began = performance.now()
      const applied = applyEntries(store, entries, generation)
      const fitting = (entries.length * LONGEST_STEP_MS) / (performance.now() - began)
      atOnce = Math.max(1, Math.floor(Math.min(fitting, 2 * most, BATCH)))
      // What another process applied since the look above makes more stale than these entries do.
      if (store.dataVersion() !== version) noticeOthers()
      else {
        known = { ...known, seq: applied.seq }
        tell(applied)
      }
    }
    return entries.length === most
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      timer.unref()
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  /** How long to wait after what was thrown. */
  function noteFailure(from: Payload, err: unknown): number {
    // Another process that shares the file is at the same entries.
    if (isBusy(err)) return BUSY_MS
    failures += 1
    error = err instanceof Error ? err.message : String(err)
    if (isDamaged(err)) {
      store.giveUp()
      error += ' (restart Galley: it makes what it gives out anew)'
    }
    // What stands before the one that holds it up is given out.
    atOnce = Math.ceil(atOnce / 8)
    from.logger.error({ err, msg: 'delivery.behind', seq: known.seq })
    return Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures)
  }

  /** `isRead`: it has read to the end once, or cannot for now. */
  async function follow(from: Payload, isRead: () => void) {
    let isBegun = false
    while (!isStopping) {
      const heard = news
      let ms = POLL_MS
      try {
        if (!isBegun) await begin(from)
        isBegun = true
        const isMore = await step(from)
        failures = 0
        error = null
        if (isMore) {
          // Whoever asks meanwhile is answered first.
          await new Promise(setImmediate)
          continue
        }
        hasRead = true
        isRead()
        if (news > heard) continue
      } catch (err) {
        ms = noteFailure(from, err)
        if (error) isRead()
      }
      if (!isStopping) await pause(ms * (0.75 + Math.random() / 2))
    }
    isRead()
  }

  return {
    store,
    seq: () => known.seq,
    noticeOthers,
    hasRead: () => hasRead,
    standing: () => ({ seq: known.seq, failures, error }),
    onStale: (forget) => void listeners.push(forget),
    start(from) {
      payload = from
      return new Promise((isRead) => {
        following = follow(from, isRead)
      })
    },
    wake() {
      news += 1
      rouse()
    },
    async caughtUp() {
      if (!payload) return
      const head = await readHead(payload)
      while (known.seq < head && !isStopping) {
        if (error) throw new Error(`[delivery] stands at ${known.seq} of ${head}: ${error}`)
        await this.reached(head, 1_000)
      }
    },
    reached: (seq, ms) =>
      new Promise((resolve) => {
        if (known.seq >= seq) return resolve(true)
        const end = (isReached: boolean) => {
          clearTimeout(timer)
          waiting.delete(look)
          resolve(isReached)
        }
        const look = () => known.seq >= seq && end(true)
        const timer = setTimeout(() => end(false), ms)
        waiting.add(look)
      }),
    async stop() {
      isStopping = true
      rouse()
      await following
      store.close()
    },
  }
}
