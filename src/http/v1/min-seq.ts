/** `Galley-Min-Seq: n`: whoever sends it gets no state older than entry n of the ledger. */
import type { Replica } from '../../../pipelines/channels/delivery/replica.ts'
import type { Problem } from '../problem.ts'

/** In ms. */
const LONGEST_WAIT = 1_000
const MOST_WAITING = 1_000

/** Null when it is reached, the problem when not: at once where nobody has to wait. */
export type MinSeq = (header: string) => Problem | null | Promise<Problem | null>

/** Waits a second at most; the problem is then 503. 400 for what is no position. */
export function createMinSeq(replica: Pick<Replica, 'seq' | 'reached'>): MinSeq {
  let waiting = 0
  const behind = (seq: number) => ({
    status: 503,
    detail: `Entry ${seq} of the ledger has not come here yet: try again in a second.`,
  })
  return (header) => {
    if (!/^\d{1,15}$/.test(header))
      return { status: 400, detail: '"Galley-Min-Seq" must be a "Galley-Seq" of an earlier answer.' }
    const seq = Number(header)
    if (seq <= replica.seq()) return null
    if (waiting >= MOST_WAITING) return behind(seq)
    waiting += 1
    return replica
      .reached(seq, LONGEST_WAIT)
      .then((isReached) => (isReached ? null : behind(seq)))
      .finally(() => {
        waiting -= 1
      })
  }
}
