/** What visitors notice while an editor imports: nothing. */
import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { writeArticles } from '../support/made-content.ts'
import { newDataDir, PASSWORD, type Program, runProgram, startProgram } from '../support/program.ts'
import { readMeanwhile } from '../support/read-meanwhile.ts'

const FILES = 100
const ADDRESSES = ['/v1/articles?limit=20', '/feeds/rss.xml', '/v1/articles/article-3', '/feeds/feed.json']
/** The figure, for a machine with nothing else to do; on a slower one, this many times a calm read. */
const LIMIT_MS = 100
const TIMES_CALM = 40
const CALM_MS = 3_000

const programs: Pick<Program, 'child'>[] = []
const folders: string[] = []

afterEach(async () => {
  for (const { child } of programs.splice(0)) child.kill('SIGKILL')
  for (const each of folders.splice(0)) await rm(each, { recursive: true, force: true })
})

const ways: [string, (program: Program, dataDir: string, files: string) => Promise<unknown>][] = [
  [
    'another process imports',
    async (_program, DATA_DIR, files) => {
      const run = runProgram('cli/import.js', { DATA_DIR }, [files, '--publish'])
      programs.push(run)
      expect([await run.ended, run.stderr()]).toEqual([0, ''])
    },
  ],
  ['the server itself writes them', (program) => writeOverHttp(program.url)],
]

// A machine that does something else meanwhile may stall any program: the figure is of the best of three.
it.each(ways)('public reads do not stall while %s', { retry: 2 }, async (way, write) => {
  const DATA_DIR = await newDataDir()
  const files = await newDataDir()
  folders.push(DATA_DIR, files)
  const program = await startProgram({ DATA_DIR, ADMIN_UI: 'off', GALLEY_DEMO: 'off' })
  programs.push(program)
  // Something to read from the beginning.
  await writeArticles(files, [0, 20])
  await runProgram('cli/import.js', { DATA_DIR }, [files, '--publish']).ended
  await writeArticles(files, [20, 20 + FILES])

  const calmReading = readMeanwhile(program.url, ADDRESSES)
  await setTimeout(CALM_MS)
  const calm = (await calmReading.stop()).at(0.5)
  const reading = readMeanwhile(program.url, ADDRESSES)
  const started = performance.now()
  await write(program, DATA_DIR, files)
  const seconds = (performance.now() - started) / 1000
  await expect.poll(async () => (await list(program.url)).length, { timeout: 60_000 }).toBe(20 + FILES)
  const reads = await reading.stop()
  const at = (share: number) => Math.round(reads.at(share) * 10) / 10
  process.stdout.write(
    `${way}: ${FILES} files in ${seconds.toFixed(1)} s; ${reads.count} reads, ` +
      `p50 ${at(0.5)} ms (${calm.toFixed(1)} when calm), p99 ${at(0.99)} ms, longest ${at(0.99999)} ms\n`,
  )
  expect(reads.count).toBeGreaterThan(200)
  expect(at(0.99)).toBeLessThan(Math.max(LIMIT_MS, TIMES_CALM * calm))
})

async function list(url: string): Promise<unknown[]> {
  const first = await fetch(`${url}/v1/articles?limit=100`)
  const { data, page } = (await first.json()) as { data: unknown[]; page: { next: string | null } }
  if (!page.next) return data
  const second = await fetch(`${url}/v1/articles?limit=100&after=${page.next}`)
  return [...data, ...((await second.json()) as { data: unknown[] }).data]
}

const words = 'Water in the morning, and look at the leaves before you decide that a tree is thirsty. '

/** As many publications by the server's own hands, one after the other. */
async function writeOverHttp(url: string): Promise<void> {
  const post = (address: string, body: unknown, token = '') =>
    fetch(url + address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify(body),
    })
  const login = await post('/api/users/login', { email: 'admin@galley.local', password: PASSWORD })
  const { token } = (await login.json()) as { token: string }
  for (let index = 20; index < 20 + FILES; index++) {
    const paragraph = {
      type: 'paragraph',
      version: 1,
      children: [{ type: 'text', version: 1, text: words.repeat(20) }],
    }
    const body = { root: { type: 'root', version: 1, children: Array.from({ length: 12 }, () => paragraph) } }
    const answer = await post(
      '/api/articles',
      { title: `Article ${index}`, summary: words, body, _status: 'published' },
      token,
    )
    expect(answer.status).toBe(201)
  }
}
