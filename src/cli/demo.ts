/** `npm run demo -- remove [--all]`: takes the demo content out again. */
import { parseArgs } from 'node:util'
import { bootPayload, closePayload, prepare } from '../boot.ts'
import { removeDemo } from '../demo.ts'
import { createGalley } from '../galley.ts'
import { progressBar } from '../progress.ts'
import { atKnownAddresses, quiet, run } from './run.ts'

const USAGE = `Usage: npm run demo -- remove [--all]
  --all   also what somebody has edited since
`

async function main(): Promise<number> {
  const given = parseArgs({ allowPositionals: true, options: { all: { type: 'boolean', default: false } } })
  if (given.positionals.join() !== 'remove') {
    process.stderr.write(USAGE)
    return 1
  }
  const env = quiet(await prepare())
  const payload = await bootPayload(env)
  const galley = createGalley(payload, await atKnownAddresses(payload, env))
  try {
    await galley.start()
    const bar = progressBar('Removing')
    const { all } = given.values
    const result = await removeDemo({ payload, galley, dataDir: env.dataDir, all, onProgress: bar.update })
    bar.stop()
    process.stdout.write(`removed ${result.removed} documents and ${result.pictures} pictures\n`)
    if (result.kept.length > 0) {
      const names = result.kept.map((name) => `  ${name}\n`).join('')
      process.stdout.write(
        `kept ${result.kept.length}, which were edited since (--all removes them too):\n${names}`,
      )
    }
    await galley.settled()
    return 0
  } finally {
    await galley.stop()
    await closePayload(payload)
  }
}

run(main)
