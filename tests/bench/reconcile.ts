/**
 * `npm run bench -- reconcile [ITEMS]`: the regular check when nothing has changed. Documents go in below Payload; the
 * first check derives them all and is reported too, as what the second saves.
 */
import { rm } from 'node:fs/promises'
import type { Payload } from 'payload'
import { contentTypes } from '../../collections/index.ts'
import { together } from '../../database/together.ts'
import { createPublisher } from '../../pipelines/publish/publisher.ts'
import { reconcile } from '../../pipelines/publish/reconcile.ts'
import { createReign } from '../../pipelines/publish/reign.ts'
import { bootPayload, closePayload } from '../../src/boot.ts'
import { readEnv } from '../../src/env.ts'
import { newDataDir } from '../support/program.ts'
import { paragraphs } from '../support/text.ts'
import { report, round } from './report.ts'

const AT_ONCE = 200
const MEGABYTE = 1024 * 1024

async function seed(payload: Payload, count: number): Promise<void> {
  const body = paragraphs('Rain stays under the kerb for nine days, and trees drink it. '.repeat(10))
  for (let from = 0; from < count; from += AT_ONCE) {
    await together(payload.db, async () => {
      for (let n = from; n < Math.min(count, from + AT_ONCE); n++) {
        const at = new Date(Date.UTC(2020, 0, 1) + n * 60_000).toISOString()
        const words = {
          title: `Article ${n}`,
          slug: `article-${n}`,
          uid: `bench-${n}`,
          summary: `Number ${n}`,
          body,
        }
        const data = { ...words, publishedAt: at, createdAt: at, updatedAt: at, _status: 'published' }
        await payload.db.create({ collection: 'articles', data, returning: false })
      }
    })
  }
}

/** Seconds and megabytes of one check, above what the process held before. */
async function measure(run: () => Promise<{ derived: number }>) {
  global.gc?.()
  const before = process.memoryUsage()
  let highest = before.rss
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }, 20)
  const start = performance.now()
  const { derived } = await run()
  const seconds = (performance.now() - start) / 1000
  clearInterval(timer)
  return {
    derived,
    seconds: round(seconds),
    'MB more': round((highest - before.rss) / MEGABYTE),
    'MB at most': round(highest / MEGABYTE),
  }
}

export async function benchReconcile(count: number): Promise<void> {
  const dataDir = await newDataDir()
  const env = readEnv({ DATA_DIR: dataDir, PAYLOAD_SECRET: 'a secret for benches', LOG_LEVEL: 'silent' })
  const payload = await bootPayload(env, 'bench')
  const types = new Map(contentTypes.map((type) => [type.collection, type]))
  const addresses = { siteUrl: env.siteUrl, publicUrl: env.publicUrl }
  const folders = { uploads: env.uploadsDir, renditions: env.renditionsDir }
  const reign = createReign({ payload, addresses })
  await reign.claim()
  const publisher = createPublisher({ payload, types, addresses, folders, reign, onAppended: () => {} })
  const check = () => reconcile({ payload, types, publisher, addresses, reign, isStopping: () => false })
  await seed(payload, count)
  const first = await measure(check)
  const again = await measure(check)
  await publisher.close()
  await reign.stop()
  await closePayload(payload)
  await rm(dataDir, { recursive: true, force: true })
  report('reconcile', [
    { check: 'first, everything new', items: count, ...first },
    { check: 'again, nothing changed', items: count, ...again },
  ])
}
