/** `npm run import -- PATH… [--publish] [--dry-run]`: content files into the database, published by this process. */
import { parseArgs } from 'node:util'
import { isMigrated, isThere } from '../../database/is-migrated.ts'
import { bootPayload, closePayload, connectPayload, prepare, StartError } from '../boot.ts'
import {
  type ImportOptions,
  type ImportResult,
  importContent,
  previewImport,
  printPreview,
} from '../content-files/index.ts'
import type { Env } from '../env.ts'
import { createGalley } from '../galley.ts'
import { progressBar } from '../progress.ts'
import { atKnownAddresses, interruption, quiet, run, STOPPED } from './run.ts'

const USAGE = `Usage: npm run import -- PATH… [--publish] [--dry-run]
  PATH        a content file, or a folder of them
  --publish   publish them, but those that say "status: draft"
  --dry-run   say what would change, and change nothing
`

const PATIENCE_MS = 5_000

type Given = Omit<ImportOptions, 'payload'> & { signal: AbortSignal }

async function main(): Promise<number> {
  const given = readArguments()
  if (!given || given.positionals.length === 0) {
    process.stderr.write(USAGE)
    return 1
  }
  const { 'dry-run': isDryRun, publish } = given.values
  const signal = interruption(
    'Stopping after the file at hand (and those that point to each other with it) …',
  )
  const env = quiet(await prepare())
  const options: Given = { paths: given.positionals, publish, signal }
  return isDryRun ? preview(env, options) : importAndPublish(env, options)
}

/** Undefined, after saying why, for an option that there is not. */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        publish: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return undefined
  }
}

async function importAndPublish(env: Env, options: Given): Promise<number> {
  const payload = await bootPayload(env)
  const galley = createGalley(payload, await atKnownAddresses(payload, env))
  const bar = progressBar('Importing')
  try {
    // The channels follow when all is in: a server that runs beside does it meanwhile.
    await galley.listen()
    const result = await importContent({ ...options, payload, onProgress: bar.update })
    bar.stop()
    report(result)
    if (options.signal.aborted) {
      // What is not published yet is found by the next check of any Galley.
      setTimeout(() => process.exit(STOPPED), PATIENCE_MS).unref()
      return STOPPED
    }
    await galley.start()
    await galley.settled()
    return result.failed > 0 ? 1 : 0
  } finally {
    bar.stop()
    await galley.stop()
    await closePayload(payload)
  }
}

async function preview(env: Env, options: Given): Promise<number> {
  const advice = 'start Galley once, or import without --dry-run.'
  if (!(await isThere(env.databaseUrl)))
    throw new StartError(`There is no database to compare with yet: ${advice}`)
  const payload = await connectPayload(env)
  try {
    if (!(await isMigrated(payload)))
      throw new StartError(
        `The database has to be migrated first, and a dry run does not touch it: ${advice}`,
      )
    const result = await previewImport({ ...options, payload })
    for (const error of result.errors) process.stderr.write(`${error}\n`)
    if (result.left > 0) {
      process.stderr.write(`Stopped: ${result.left} files were not looked at.\n`)
      return STOPPED
    }
    process.stdout.write(printPreview(result))
    return result.failed > 0 ? 1 : 0
  } finally {
    await closePayload(payload)
  }
}

function report({ created, updated, unchanged, failed, errors, left, kept }: ImportResult): void {
  for (const error of errors) process.stderr.write(`${error}\n`)
  process.stdout.write(`created ${created}, updated ${updated}, unchanged ${unchanged}, failed ${failed}\n`)
  if (kept.length > 0) {
    process.stderr.write(
      `${kept.length} had a newer draft in the database, which the file has replaced; the old one stays in Versions: ${kept.join(', ')}\n`,
    )
  }
  if (left > 0) process.stderr.write(`Stopped: ${left} files were left. Import again to go on.\n`)
}

run(main)
