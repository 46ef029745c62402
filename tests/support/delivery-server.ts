/** The delivery API on a port of its own, over a ledger in memory: a real replica, and no Payload. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { createReplica, type Replica } from '../../pipelines/channels/delivery/replica.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import type { LedgerEntry } from '../../pipelines/ledger/entry.ts'
import { answerClientError } from '../../src/http/client-errors.ts'
import { createDelivery, type DeliveryOptions } from '../../src/http/v1/listener.ts'
import { answerTo } from '../../src/http/v1/routes.ts'
import { DELIVERED_TYPES } from '../../src/http/v1/types.ts'
import { entryOf } from '../fixtures/delivery.ts'
import { exchange } from './listen.ts'

export type DeliveryServer = {
  port: number
  url: string
  replica: Replica
  /** Where the read model's file is. */
  folder: string
  /** Faults that were ours. */
  errors: unknown[]
  /** Appends and resolves when it is read; answers the last seq. */
  publish(...items: ContentItem[]): Promise<number>
  unpublish(...items: ContentItem[]): Promise<number>
  /** The same without waiting for anybody. */
  append(items: ContentItem[], action: LedgerEntry['action']): void
  /** Sends exactly these bytes and reads until the connection ends, or until `isEnough` of what came. */
  raw(bytes: string, isEnough?: (read: string) => boolean): Promise<string>
  close(): Promise<void>
}

/** `options`: of the listener, in place of what it is in the program. */
export async function startDelivery(options: Partial<DeliveryOptions> = {}): Promise<DeliveryServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-delivery-'))
  const entries: LedgerEntry[] = []
  const replica = createReplica(folder)
  const errors: unknown[] = []
  const delivery = createDelivery({
    replica,
    answerTo,
    context: { publicUrl: 'https://cms.example.com', types: DELIVERED_TYPES },
    isTrusted: () => false,
    onError: (error) => errors.push(error),
    ...options,
  })
  await replica.start(ledgerOf(entries))
  const listener = delivery.before((_request, response) => void response.writeHead(418).end())
  const server = createServer(listener).on('clientError', answerClientError).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo

  function append(items: ContentItem[], action: LedgerEntry['action']) {
    for (const item of items) entries.push(entryOf(entries.length + 1, item, action))
    replica.wake()
  }

  async function settle(items: ContentItem[], action: LedgerEntry['action']) {
    append(items, action)
    await replica.caughtUp()
    return entries.length
  }

  return {
    port,
    url: `http://localhost:${port}`,
    replica,
    folder,
    errors,
    publish: (...items) => settle(items, 'published'),
    unpublish: (...items) => settle(items, 'unpublished'),
    append,
    raw: (bytes, isEnough) => exchange(connect(port, 'localhost'), bytes, isEnough),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await replica.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

/** As far as a replica looks. */
export function ledgerOf(entries: readonly LedgerEntry[]): Payload {
  const find = async ({ where, limit }: { where: { seq?: { greater_than: number } }; limit: number }) => {
    const after = where.seq?.greater_than
    const docs = after === undefined ? entries.slice(-1) : entries.slice(after, after + limit)
    return { docs: structuredClone(docs) }
  }
  return {
    db: { find, findOne: async () => ({ value: 'an-epoch' }) },
    logger: { error() {} },
  } as unknown as Payload
}
