import { defineConfig } from 'vitest/config'

/** The built program as a user starts it, over real sockets, and its admin in a real browser. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    execArgv: ['--conditions=production'],
    fileParallelism: false,
    // Of what hangs, not of what is slow: a machine that does something else meanwhile takes ten times as long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
  },
})
