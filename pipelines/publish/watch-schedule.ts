/**
 * Finds what others have scheduled: the process that saved a date in the future may be gone when its time comes
 * (an import, another web instance). Cheap: one indexed query a type and look.
 */
import type { CollectionSlug, Payload, Where } from 'payload'
import { pages } from '../../database/pages.ts'
import { publicRows } from './public-rows.ts'

/** How often to look, how far ahead, and how far back from the last look (clocks differ, commits take time); in ms. */
const EVERY = 500
const AHEAD = 60_000
const BACK = 5_000

type Row = { id: number | string; uid: string; publishedAt: string; updatedAt: string }

/** Calls `remind` for every published document whose time comes soon, once for each time; keeps no process alive. */
export function watchSchedule(options: {
  payload: Payload
  types: Iterable<string>
  remind(itemId: string, at: Date): void
}) {
  const { payload, remind } = options
  const types = [...options.types].filter((type) => isScheduled(payload, type))
  const handed = new Map<string, number>()
  let since = Date.now()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let stopping = false

  async function look() {
    const [from, now] = [since - BACK, Date.now()]
    try {
      for (const type of types) {
        for (const { itemId, at } of await dueIn(payload, type, { from, until: now + AHEAD })) {
          if (handed.get(itemId) === at) continue
          handed.set(itemId, at)
          remind(itemId, new Date(at))
        }
      }
      since = now
      for (const [itemId, at] of handed) if (at < from) handed.delete(itemId)
    } catch (err) {
      payload.logger.error({ err, msg: 'schedule.look_failed: looks again' })
    }
    if (!stopping) wait()
  }

  function wait() {
    timer = setTimeout(() => {
      looking = look()
    }, EVERY)
    timer.unref()
  }

  return {
    start: wait,
    /** Finishes the look at hand. */
    async stop() {
      stopping = true
      clearTimeout(timer)
      await looking
    },
  }
}

function isScheduled(payload: Payload, type: string): boolean {
  const fields = payload.collections[type as CollectionSlug]?.config.flattenedFields ?? []
  return fields.some(({ name }) => name === 'publishedAt')
}

/** Saved before their time; what got its date by being published is out already. */
async function dueIn(
  payload: Payload,
  type: string,
  { from, until }: { from: number; until: number },
): Promise<{ itemId: string; at: number }[]> {
  const where: Where[] = [
    { publishedAt: { greater_than: new Date(from).toISOString() } },
    { publishedAt: { less_than_equal: new Date(until).toISOString() } },
    ...publicRows(payload, type),
  ]
  const select = { uid: true, publishedAt: true, updatedAt: true } as const
  const due: { itemId: string; at: number }[] = []
  for await (const row of pages<Row>(payload, { collection: type, where, select })) {
    const at = Date.parse(row.publishedAt)
    if (Date.parse(row.updatedAt) < at) due.push({ itemId: `${type}:${row.uid}`, at })
  }
  return due
}
