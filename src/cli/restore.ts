/** `npm run restore -- FILE [--force]`: a backup in the place of whatever is there. Galley must not run. */
import { parseArgs } from 'node:util'
import { assertReachable } from '../../database/index.ts'
import { restoreBackup } from '../backup/restore.ts'
import { bootPayload, closePayload, prepare, prepareFolders } from '../boot.ts'
import { interruption, quiet, run, underBar } from './run.ts'

const USAGE = `Usage: npm run restore -- FILE [--force]
  --force   in the place of content that is there, which is lost
`

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { force: { type: 'boolean', default: false } },
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) {
    process.stderr.write(USAGE)
    return 1
  }
  const signal = interruption('Stopping: nothing is changed, unless the backup is in its place already.')
  const env = await prepareFolders()
  await assertReachable(env.databaseUrl)
  return underBar('Restoring', signal, async (bar) => {
    const { force } = values
    const { madeAt, secret } = await restoreBackup({ env, file, force, signal, onProgress: bar.update })
    bar.stop()
    await closePayload(await bootPayload(quiet(await prepare())))
    process.stdout.write(`restored the backup of ${madeAt}\n`)
    if (env.secret && env.secret !== secret) {
      process.stderr.write(
        `PAYLOAD_SECRET is not the one that the backup was made with: its API keys do not work. Set it to what ${env.dataDir}/secret holds now.\n`,
      )
    }
    return 0
  })
}

run(main)
