/**
 * `npm run migration -- NAME`: writes the migration that the collections now need, after a change of their fields.
 * Foreign keys are switched off around all migrations by database/sqlite-connections.ts, so the lines that drizzle
 * writes for that (which do nothing inside a transaction) are taken out.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { getPayload } from 'payload'
import { galleyConfig } from '../../payload.config.ts'
import { closePayload, StartError } from '../boot.ts'
import { readEnv } from '../env.ts'
import { run } from './run.ts'

const FOLDER = 'database/migrations'

async function main(name: string | undefined): Promise<number> {
  const env = readEnv({
    DATA_DIR: '.data/migration',
    PAYLOAD_SECRET: 'not used: nothing is signed',
    LOG_LEVEL: 'warn',
  })
  const payload = await getPayload({
    config: galleyConfig({ ...env, databaseUrl: 'file::memory:' }),
    disableOnInit: true,
  })
  const before = await readdir(FOLDER)
  // Ends the process when there is nothing to migrate; asks on the terminal whether a field was renamed.
  await payload.db.createMigration({ migrationName: name ?? 'change', payload, skipEmpty: true })
  if ((await readdir(FOLDER)).length === before.length) {
    throw new StartError('No migration was written: run this command on a terminal and answer its question.')
  }
  const files = (await readdir(FOLDER)).filter((file) => /^\d+_.*\.ts$/.test(file)).sort()
  for (const file of files) {
    const target = path.join(FOLDER, file)
    const text = await readFile(target, 'utf8')
    const mended = text
      .replace(/^.*PRAGMA foreign_keys=(OFF|ON).*\n/gim, '')
      .replace('{ MigrateUpArgs, MigrateDownArgs, sql }', '{ type MigrateUpArgs, type MigrateDownArgs, sql }')
    await writeFile(target, mended)
  }
  const names = files.map((file) => file.replace(/\.ts$/, ''))
  const imports = names.map((each) => `import * as migration_${each} from './${each}.ts'\n`).join('')
  const list = names
    .map((each) => `  { name: '${each}', up: migration_${each}.up, down: migration_${each}.down },\n`)
    .join('')
  await writeFile(path.join(FOLDER, 'index.ts'), `${imports}\nexport const migrations = [\n${list}]\n`)
  await closePayload(payload)
  process.stdout.write(`${FOLDER}/${files.at(-1)}\n`)
  return 0
}

run(() => main(process.argv[2]))
