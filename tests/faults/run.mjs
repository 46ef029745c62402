/**
 * `npm run test:faults -- [--kills N] [--items N] [--stall SECONDS] [--database sqlite|mongodb|mongodb-standalone]`:
 * the fault suite with more of everything than CI has time for. Says where the kills landed.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    items: { type: 'string' },
    stall: { type: 'string' },
    database: { type: 'string', default: 'sqlite' },
  },
})
const variables = {
  ...(values.kills ? { TEST_KILLS: values.kills } : {}),
  ...(values.items ? { TEST_ITEMS: values.items } : {}),
  ...(values.stall ? { TEST_STALL_MS: `${Number(values.stall) * 1000}` } : {}),
}
const { status } = spawnSync('npx', ['vitest', 'run', '--project', values.database, 'tests/faults'], {
  env: { ...process.env, ...variables },
  stdio: 'inherit',
})
process.exit(status ?? 1)
