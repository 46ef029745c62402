import { defineConfig } from 'vitest/config'

const shared = {
  // Importing Payload's Lexical package without this condition can deadlock on Node 20 (docs/adr/0002).
  execArgv: ['--conditions=production'],
  env: { NODE_ENV: 'production' as const, LOG_LEVEL: 'silent' },
}

const database = (name: string, hookTimeout: number, ...own: string[]) => ({
  test: {
    ...shared,
    name,
    include: ['tests/{integration,http,faults}/**/*.test.ts', ...own],
    env: { ...shared.env, TEST_DATABASE: name },
    testTimeout: hookTimeout,
    hookTimeout: hookTimeout * 2,
  },
})

/**
 * `unit` needs nothing. The others run the same suites on each database; where there is no MongoDB they say so
 * and skip (tests/support/mongodb.ts).
 */
export default defineConfig({
  test: {
    globalSetup: ['tests/support/mongodb.ts'],
    pool: 'forks',
    maxWorkers: 3,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{collections,pipelines,media,database,src,tests/unit}/**/*.test.ts'],
        },
      },
      database('sqlite', 60_000, 'tests/sqlite/**/*.test.ts'),
      database('mongodb', 120_000),
      database('mongodb-standalone', 120_000),
    ],
  },
})
