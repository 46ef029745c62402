import { defineConfig } from 'vitest/config'

/** The built program as a user starts it, over real sockets, and its admin in a real browser. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    execArgv: ['--conditions=production'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
