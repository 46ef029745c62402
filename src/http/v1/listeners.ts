/** Who listens to a stream of events: woken together, written to one after another, each at his own pace. */
import type { ServerResponse } from 'node:http'
import type { Progress } from '../../../pipelines/channels/delivery/changes.ts'
import type { Context } from './answer.ts'

export type Listener = {
  response: ServerResponse
  context: Context
  /** Of the ledger that he reads. */
  epoch: string
  types: readonly string[] | null
  progress: Progress
}

export type Listeners = {
  add(listener: Listener): void
  /** There may be something to read. */
  wake(): void
  count(): number
  close(): void
}

type Options = {
  /** What comes next for a listener. `reset`: what he has read is of another ledger. */
  read(listener: Listener): { bytes: Buffer; progress: Progress; more: boolean } | 'reset' | 'not yet'
  beatOf(listener: Listener): string
  onError?: (error: unknown) => void
  everyBeat?: (beat: () => void) => () => void
}

type Known = Listener & {
  /** What was written last has not gone out. */
  isBlocked: boolean
  /** Heartbeats that he was blocked at, one after another. */
  missed: number
}

const BEAT_MS = 15_000
/** Who takes nothing for so many heartbeats is let go; he can come back to where he was. */
const MOST_MISSED = 8
/** Written to in one go: other requests are answered in between. */
const SLICE = 100

/** Without an id: who comes back does not come back to where he was. */
const RESET = 'id\nevent: reset\ndata: {}\n\n'

export function createListeners({
  read,
  beatOf,
  onError,
  everyBeat = everyQuarterMinute,
}: Options): Listeners {
  const all = new Set<Known>()
  let isWaking = false
  let endBeats: (() => void) | null = null

  const write = (listener: Known, bytes: Buffer | string) => {
    listener.isBlocked = !listener.response.write(bytes)
  }

  function leave(listener: Known) {
    all.delete(listener)
    if (all.size > 0) return
    endBeats?.()
    endBeats = null
  }

  function pump(listener: Known) {
    try {
      writeNext(listener)
    } catch (error) {
      onError?.(error)
      listener.response.destroy()
    }
  }

  function writeNext(listener: Known) {
    while (!listener.isBlocked && all.has(listener)) {
      const next = read(listener)
      if (next === 'not yet') return
      if (next === 'reset') {
        leave(listener)
        listener.response.end(RESET)
        return
      }
      listener.progress = next.progress
      if (next.bytes.length > 0) write(listener, next.bytes)
      if (!next.more) return
    }
  }

  function beat(listener: Known) {
    listener.missed = listener.isBlocked ? listener.missed + 1 : 0
    if (listener.missed > MOST_MISSED) listener.response.destroy()
    else if (!listener.isBlocked) write(listener, beatOf(listener))
  }

  function forAll(act: (listener: Known) => void) {
    const left = [...all]
    const slice = () => {
      for (const listener of left.splice(0, SLICE)) if (all.has(listener)) act(listener)
      if (left.length > 0) setImmediate(slice)
    }
    slice()
  }

  return {
    add({ response, ...other }) {
      // Whoever had to wait may have left: no event would say so again.
      if (response.destroyed) return
      const listener: Known = { response, ...other, isBlocked: false, missed: 0 }
      all.add(listener)
      endBeats ??= everyBeat(() => forAll(beat))
      response.once('close', () => leave(listener))
      response.on('error', () => leave(listener))
      response.on('drain', () => {
        listener.isBlocked = false
        pump(listener)
      })
      pump(listener)
    },
    wake() {
      if (isWaking) return
      isWaking = true
      // Not before who else waits for the change has forgotten what is stale.
      setImmediate(() => {
        isWaking = false
        forAll(pump)
      })
    },
    count: () => all.size,
    close() {
      for (const listener of [...all]) {
        leave(listener)
        if (listener.isBlocked) listener.response.destroy()
        else listener.response.end()
      }
    },
  }
}

function everyQuarterMinute(beat: () => void): () => void {
  const timer = setInterval(beat, BEAT_MS)
  timer.unref()
  return () => clearInterval(timer)
}
