/**
 * Public reads from the moment that the port is open: the read model is on disk already, and Payload takes seconds to
 * load. Only while nothing has been published that it does not hold.
 */
import { type LedgerProbe, openLedgerProbe } from '../database/ledger-head.ts'
import { createReplica, type Replica } from '../pipelines/channels/delivery/replica.ts'
import type { Env } from './env.ts'
import { deliveryOf } from './http/v1/delivery.ts'
import type { Delivery, DeliveryOptions } from './http/v1/listener.ts'

/** How often to look whether another process has published, where the database is as quick to answer. */
const LOOK_MS = 250

export type Early = {
  replica: Replica
  delivery: Delivery
  /** Looks once more, and leaves it at that: from now on the replica follows by itself, and faults go to `onError`. */
  handOver(onError: DeliveryOptions['onError']): Promise<void>
}

/** Opens the read model, and looks whether it stands where the ledger ends. */
export async function serveEarly(env: Env): Promise<Early> {
  const replica = createReplica(env.dataDir)
  let onError = toStderr
  /** It holds what is published, as far as was last looked. */
  let isPresent = false
  const delivery = deliveryOf({
    env,
    replica,
    isReady: () => isPresent || replica.hasRead(),
    onError: (error, about) => onError(error, about),
  })
  const probe = await openLedgerProbe(env.databaseUrl).catch(() => null)
  const look = async () => {
    isPresent = probe !== null && (await isAtHead(replica, probe))
  }
  await look()
  let looking: Promise<void> | null = null
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = null
    })
  }, LOOK_MS)
  timer.unref()
  return {
    replica,
    delivery,
    async handOver(log) {
      onError = log
      clearInterval(timer)
      await looking
      await look()
      await probe?.close()
    },
  }
}

/** False also when the database does not say: then everybody waits for Payload. */
async function isAtHead(replica: Replica, probe: LedgerProbe): Promise<boolean> {
  try {
    const head = await probe.read()
    replica.noticeOthers()
    const { epoch, seq } = replica.store.position()
    return head !== null && seq > 0 && head.epoch === epoch && head.seq === seq
  } catch {
    return false
  }
}

const toStderr: DeliveryOptions['onError'] = (error, { method, path, requestId }) => {
  const why = error instanceof Error ? error.stack : error
  process.stderr.write(`[http] ${method} ${path} failed (request ${requestId}): ${why}\n`)
}
