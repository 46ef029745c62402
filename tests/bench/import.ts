/**
 * `npm run bench -- import [FILES]`: content files into SQLite while a server runs on the same database and is
 * read from. The baseline, in the same run on the same disk: Payload saving small documents one by one.
 */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { bootPayload, closePayload } from '../../src/boot.ts'
import { readEnv } from '../../src/env.ts'
import { writeContent } from '../support/made-content.ts'
import { newDataDir, runProgram, startProgram } from '../support/program.ts'
import { readMeanwhile } from '../support/read-meanwhile.ts'
import { untilCaughtUp } from './caught-up.ts'

const BASELINE = 200
const ADDRESSES = ['/v1/articles?limit=10', '/feeds/rss.xml']

/** Milliseconds a document. */
async function baseline(): Promise<number> {
  const dataDir = await newDataDir()
  const env = readEnv({ DATA_DIR: dataDir, PAYLOAD_SECRET: 'a secret for benches', LOG_LEVEL: 'silent' })
  const payload = await bootPayload(env, 'bench')
  const create = (n: number) =>
    payload.create({ collection: 'topics', draft: true, data: { name: `Topic ${n}`, _status: 'draft' } })
  for (let n = 0; n < 50; n++) await create(n)
  const start = performance.now()
  for (let n = 0; n < BASELINE; n++) await create(1000 + n)
  const each = (performance.now() - start) / BASELINE
  await closePayload(payload)
  await rm(dataDir, { recursive: true, force: true })
  return each
}

export async function benchImport(count: number): Promise<void> {
  const each = await baseline()
  process.stdout.write(`baseline: ${each.toFixed(1)} ms for a small document through Payload\n`)
  for (const publish of [false, true]) {
    const dataDir = await newDataDir()
    const content = path.join(dataDir, 'content')
    await writeContent(content, count)
    const variables = { DATA_DIR: dataDir, GALLEY_DEMO: 'off', ADMIN_UI: 'off' }
    const server = await startProgram(variables)
    const reading = readMeanwhile(server.url, ADDRESSES)
    const start = performance.now()
    const run = runProgram('cli/import.js', variables, [content, ...(publish ? ['--publish'] : [])])
    const code = await run.ended
    const whole = performance.now() - start
    await untilCaughtUp(server.url)
    const everywhere = performance.now() - start
    const reads = await reading.stop()
    server.child.kill('SIGTERM')
    await server.ended
    await rm(dataDir, { recursive: true, force: true })
    if (code !== 0) throw new Error(run.stderr())
    const perFile = whole / count
    process.stdout.write(
      `${count} files ${publish ? 'published' : 'as drafts'}: ${(whole / 1000).toFixed(1)} s, ` +
        `${perFile.toFixed(1)} ms a file (${(perFile / each).toFixed(1)} × baseline), ` +
        `in every channel after ${(everywhere / 1000).toFixed(1)} s; public reads meanwhile ` +
        `p50 ${reads.at(0.5).toFixed(0)} ms, p99 ${reads.at(0.99).toFixed(0)} ms (${reads.count} reads)\n`,
    )
  }
}
