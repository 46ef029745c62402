import { defineConfig } from 'vitest/config'

/** The built program as a user starts it, over real sockets, and its admin in a real browser. */
export default defineConfig({
  test: {
    execArgv: ['--conditions=production'],
    fileParallelism: false,
    // Of what hangs, not of what is slow: a machine that does something else meanwhile takes ten times as long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000, interval: 100 } },
    projects: [
      { extends: true, test: { name: 'program', include: ['tests/e2e/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'admin',
          include: ['tests/e2e/admin/*.test.ts'],
          globalSetup: ['tests/support/admin-program.ts'],
          // One worker, and so one browser, for all of them.
          isolate: false,
        },
      },
    ],
  },
})
