/** `npm run backup -- FILE`: everything in one file, also while Galley runs. */
import { parseArgs } from 'node:util'
import { assertReachable } from '../../database/index.ts'
import { isThere } from '../../database/is-migrated.ts'
import { createBackup } from '../backup/create.ts'
import { prepare, StartError } from '../boot.ts'
import { interruption, run, underBar } from './run.ts'

async function main(): Promise<number> {
  const [file, ...others] = parseArgs({ allowPositionals: true }).positionals
  if (file === undefined || others.length > 0) {
    process.stderr.write('Usage: npm run backup -- FILE\n')
    return 1
  }
  const signal = interruption('Stopping: no backup is made.')
  const env = await prepare()
  await assertReachable(env.databaseUrl)
  if (!(await isThere(env.databaseUrl))) throw new StartError('There is no database yet: start Galley once.')
  return underBar('Backing up', signal, async (bar) => {
    const bytes = await createBackup({ env, file, signal, onProgress: bar.update })
    bar.stop()
    process.stdout.write(
      `backed up to ${file} (${Math.ceil(bytes / 1e5) / 10} MB); it holds the secret: keep it safe\n`,
    )
    return 0
  })
}

run(main)
