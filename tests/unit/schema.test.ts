/** Seen without a database, so that `npm run check` tells of a migration that is missing. */
import { readdirSync, readFileSync } from 'node:fs'
import { getPayload } from 'payload'
import { expect, it } from 'vitest'
import { galleyConfig } from '../../payload.config.ts'
import { readEnv } from '../../src/env.ts'

type Kit = {
  generateDrizzleJson(schema: unknown): Promise<unknown>
  generateMigration(before: unknown, after: unknown): Promise<string[]>
}

const FOLDER = 'database/migrations'

it('the committed migrations make what the collections need: else run "npm run migration -- name"', {
  timeout: 120_000,
}, async () => {
  const env = readEnv({ PAYLOAD_SECRET: 'not used: nothing is signed', LOG_LEVEL: 'silent' })
  const config = galleyConfig({ ...env, databaseUrl: 'file::memory:' })
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  const adapter = payload.db as unknown as { requireDrizzleKit(): Kit; schema: unknown }
  const kit = adapter.requireDrizzleKit()
  const newest = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1)
  const committed = JSON.parse(readFileSync(`${FOLDER}/${newest}`, 'utf8'))
  expect(await kit.generateMigration(committed, await kit.generateDrizzleJson(adapter.schema))).toEqual([])
})
