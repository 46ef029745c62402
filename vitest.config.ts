import { defineConfig } from 'vitest/config'

const shared = {
  // One process for many files: loading Payload takes as long as most of them.
  isolate: false,
  // Importing Payload's Lexical package without this condition can deadlock on Node 20 (docs/adr/0002).
  execArgv: ['--conditions=production'],
  env: { NODE_ENV: 'production' as const, LOG_LEVEL: 'silent' },
}

const SUITES = 'tests/{integration,http,faults}/**/*.test.ts'
/** What a database without transactions could get wrong. */
const OF_WRITES = 'tests/{integration/{channels,parallel,publish},http/users,faults/*}.test.ts'

/** What Galley does before it asks any database, and what another suite of the kind shows: CI has half an hour. */
const OF_ANY_DATABASE =
  'tests/{http/{busy-site,linkedin-desk,mail,secrets,access-matrix-*,unsaid-writes,document-channels,pictures,sync-mirror,delivery-api,access},integration/{delivery-store,content-files-{drafts,faults,preview}}}.test.ts'

const database = (name: string, timeout: number, ...include: string[]) => ({
  test: {
    ...shared,
    name,
    include,
    ...(name === 'sqlite' ? {} : { exclude: [OF_ANY_DATABASE] }),
    env: { ...shared.env, TEST_DATABASE: name },
    testTimeout: timeout,
    hookTimeout: timeout * 2,
  },
})

/**
 * `unit` needs nothing. `sqlite` and `mongodb` run the same suites; `mongodb-standalone` (no transactions) those that
 * write. Where there is no MongoDB they say so and skip (tests/support/mongodb.ts).
 */
export default defineConfig({
  test: {
    globalSetup: ['tests/support/in-memory.ts', 'tests/support/mongodb.ts', 'tests/support/template.ts'],
    pool: 'forks',
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          // Of what hangs: some render 10,000 items, on a machine that does something else meanwhile.
          testTimeout: 120_000,
          include: ['{collections,pipelines,media,database,src,tests/unit}/**/*.test.ts'],
        },
      },
      database('sqlite', 300_000, SUITES, 'tests/sqlite/**/*.test.ts'),
      database('mongodb', 300_000, SUITES),
      database('mongodb-standalone', 300_000, OF_WRITES),
    ],
  },
})
