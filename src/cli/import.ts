/** `npm run import -- PATH… [--publish]`: content files into the database, published by this process. */
import { parseArgs } from 'node:util'
import { bootPayload, closePayload, prepare } from '../boot.ts'
import { type ImportResult, importContent } from '../content-files/index.ts'
import { createGalley } from '../galley.ts'
import { progressBar } from '../progress.ts'
import { atKnownAddresses, interruption, quiet, run } from './run.ts'

const USAGE = `Usage: npm run import -- PATH… [--publish]
  PATH        a content file, or a folder of them
  --publish   publish them, but those that say "status: draft"
`

const PATIENCE_MS = 5_000

async function main(): Promise<number> {
  const given = parseArgs({
    allowPositionals: true,
    options: { publish: { type: 'boolean', default: false } },
  })
  if (given.positionals.length === 0) {
    process.stderr.write(USAGE)
    return 1
  }
  const stopping = interruption('Stopping after the file at hand …')
  const env = quiet(await prepare())
  const payload = await bootPayload(env)
  const galley = createGalley(payload, await atKnownAddresses(payload, env))
  try {
    // The channels follow when all is in: a server that runs beside does it meanwhile.
    await galley.listen()
    const bar = progressBar('Importing')
    const result = await importContent({
      payload,
      paths: given.positionals,
      publish: given.values.publish,
      onProgress: bar.update,
      signal: stopping,
    })
    bar.stop()
    report(result)
    if (stopping.aborted) {
      // What is not published yet is found by the next check of any Galley.
      setTimeout(() => process.exit(130), PATIENCE_MS).unref()
      return 130
    }
    await galley.start()
    await galley.settled()
    return result.failed > 0 ? 1 : 0
  } finally {
    await galley.stop()
    await closePayload(payload)
  }
}

function report({ created, updated, unchanged, failed, errors, left }: ImportResult): void {
  for (const error of errors) process.stderr.write(`${error}\n`)
  process.stdout.write(`created ${created}, updated ${updated}, unchanged ${unchanged}, failed ${failed}\n`)
  if (left > 0) process.stderr.write(`Stopped: ${left} files were left. Import again to go on.\n`)
}

run(main)
