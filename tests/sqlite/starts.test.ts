/** Several starts at once on one file: each migration is run once, and everybody comes up. */
import { spawn } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../database/migrations/index.ts'
import { type Compiled, compile } from '../support/compiled.ts'
import { newDataDir } from '../support/program.ts'

const AT_ONCE = 3

describe('three starts at once', () => {
  let compiled: Compiled
  let dataDir: string

  beforeAll(async () => {
    compiled = await compile()
    dataDir = await newDataDir()
  })
  afterAll(async () => {
    await compiled?.remove()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('on a new file', async () => {
    expect(await startAtOnce()).toEqual(Array.from({ length: AT_ONCE }, () => [0, 'up\n', '']))
    expect(await recorded()).toEqual(migrations.map(({ name }) => name))
    expect(await readdir(dataDir)).not.toContain('backups')
  })

  it('on a file that lacks the newest migrations: one copy is made, nothing is run twice', async () => {
    // A program that is one migration ahead.
    const index = compiled.file('database/migrations/index.ts')
    const newer =
      "export const up = async ({ db }) => { await db.run('CREATE TABLE made_once (id integer)') }\n"
    await writeFile(compiled.file('database/migrations/newer.ts'), newer)
    const list = await readFile(index, 'utf8')
    await writeFile(
      index,
      `import { up } from './newer.js'\n${list.replace(/\];/, " { name: '29991231_000000_newer', up },\n];")}`,
    )
    expect(await startAtOnce()).toEqual(Array.from({ length: AT_ONCE }, () => [0, 'up\n', '']))
    expect(await recorded()).toEqual([...migrations.map(({ name }) => name), '29991231_000000_newer'])
    expect(await readdir(`${dataDir}/backups`)).toHaveLength(1)
  })

  it('by an older program: each ends with 1 and one sentence', async () => {
    const index = compiled.file('database/migrations/index.ts')
    await writeFile(index, (await readFile(index, 'utf8')).replace(/ \{ name: '29991231.*\n/, ''))
    for (const [code, said, error] of await startAtOnce()) {
      expect([code, said]).toEqual([1, ''])
      expect(error).toMatch(
        /^This database was made by a newer Galley \(migration 29991231_000000_newer\)[^\n]*\n$/,
      )
    }
  })

  const startAtOnce = () => Promise.all(Array.from({ length: AT_ONCE }, start))

  function start(): Promise<[number | null, string, string]> {
    const child = spawn(
      process.execPath,
      ['--conditions=production', compiled.file('tests/support/start.ts')],
      {
        env: {
          PATH: process.env.PATH ?? '',
          NODE_ENV: 'production',
          LOG_LEVEL: 'warn',
          DATA_DIR: dataDir,
          PAYLOAD_SECRET: 'a secret for tests only',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let said = ''
    let errors = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    return new Promise((resolve) => child.on('close', (code) => resolve([code, said, errors])))
  }

  async function recorded(): Promise<unknown[]> {
    const client = createClient({ url: `file:${dataDir}/galley.db` })
    const found = await client.execute('SELECT name FROM payload_migrations ORDER BY id')
    client.close()
    return found.rows.map((row) => row.name)
  }
})
