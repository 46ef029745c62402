/** What is loaded before the port answers: every module costs a start some milliseconds, and Payload seconds. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const LOADS = `
  import { register } from 'node:module'
  register('data:text/javascript,' + encodeURIComponent(
    'export const load = (url, context, next) => (process._rawDebug(url), next(url, context))',
  ))
  await import('./src/boot.ts')
  await import('./src/early.ts')
`

it('answers public reads without Payload, Express, a picture library or MongoDB’s driver', async () => {
  const flags = ['--conditions=production', '--import', 'tsx', '--input-type=module', '-e', LOADS]
  const { stderr } = await promisify(execFile)('node', flags, { maxBuffer: 10_000_000 })
  expect(stderr).toContain('src/early.ts')
  const packages = stderr.matchAll(/node_modules\/((?:@[^/\s]+\/)?[^/\s]+)/g)
  const loaded = new Set([...packages].map(([, name]) => name))
  expect([...loaded].sort()).toEqual(['libsql', 'lru-cache', 'negotiator', 'proxy-addr', 'zod'])
})
