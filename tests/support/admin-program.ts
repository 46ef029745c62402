/** The built program that all tests of the admin share: a start and the first look at each page cost more than they do. */
import { rm } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'
import { listen } from './listen.ts'
import { newDataDir, startProgram } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty at first; what a test leaves in it, the next ones find. `website`: a site that answers every address. */
    admin: { url: string; dataDir: string; profile: string; website: string }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [dataDir, profile] = [await newDataDir(), await newDataDir()]
  const site = await listen((request, response) => {
    response.setHeader('Content-Type', 'text/plain')
    response.end(`website ${request.url}`)
  })
  const website = `http://127.0.0.1:${site.port}`
  const { kill, ended, url } = await startProgram({
    DATA_DIR: dataDir,
    GALLEY_DEMO: 'off',
    SITE_URL: website,
  })
  project.provide('admin', { url, dataDir, profile, website })
  return async () => {
    kill('SIGKILL')
    await ended
    await site.close()
    // The browser ended with its worker, a moment ago.
    for (const folder of [dataDir, profile])
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
