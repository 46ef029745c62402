/** The built program that all tests of the admin share: a start and the first look at each page cost more than they do. */
import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { newDataDir, startProgram } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty at first; what a test leaves in it, the next ones find. */
    admin: { url: string; dataDir: string; profile: string }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [dataDir, profile] = [await newDataDir(), await newDataDir()]
  const { kill, ended, url } = await startProgram({ DATA_DIR: dataDir, GALLEY_DEMO: 'off' })
  project.provide('admin', { url, dataDir, profile })
  return async () => {
    kill('SIGKILL')
    await ended
    // The browser ended with its worker, a moment ago.
    for (const folder of [dataDir, profile])
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
