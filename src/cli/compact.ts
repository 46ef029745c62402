/** `npm run compact -- [--days N]`: takes the words out of old publications that a newer one has superseded. */
import { parseArgs } from 'node:util'
import { compact } from '../../pipelines/ledger/compact.ts'
import { bootPayload, closePayload, prepare } from '../boot.ts'
import { createGalley } from '../galley.ts'
import { interruption, quiet, run, underBar } from './run.ts'

const USAGE = `Usage: npm run compact -- [--days N]
  --days N   keep what was published in the last N days (90)
`

const DAY_MS = 86_400_000

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { days: { type: 'string', default: '90' } },
  })
  if (positionals.length > 0 || !/^\d{1,5}$/.test(values.days)) {
    process.stderr.write(USAGE)
    return 1
  }
  const signal = interruption('Stopping after what is at hand …')
  const env = quiet(await prepare())
  const payload = await bootPayload(env)
  try {
    return await underBar('Compacting', signal, async (bar) => {
      const before = new Date(Date.now() - Number(values.days) * DAY_MS)
      const { consumers } = createGalley(payload, env)
      const count = await compact(payload, { before, consumers, signal, onProgress: bar.update })
      bar.stop()
      process.stdout.write(`compacted ${count} publications\n`)
      return 0
    })
  } finally {
    await closePayload(payload)
  }
}

run(main)
