/** What visitors notice while an editor imports: nothing. How long reads take is told by `npm run bench -- import`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeArticles } from '../support/made-content.ts'
import { newStage, PASSWORD, type Program } from '../support/program.ts'
import { readMeanwhile } from '../support/read-meanwhile.ts'

/** How many articles are there at first, are imported, and written by the server. */
const [BEFORE, IMPORTED, WRITTEN] = [8, 60, 20]
const ADDRESSES = ['/v1/articles?limit=20', '/feeds/rss.xml', '/v1/articles/article-3', '/feeds/feed.json']

describe('public reads go on', () => {
  const { start, run, folder, clear } = newStage()
  let program: Program
  let DATA_DIR: string

  beforeAll(async () => {
    DATA_DIR = await folder()
    program = await start({ DATA_DIR, GALLEY_DEMO: 'off' })
    // Something to read from the beginning.
    await writeOverHttp(program.url, [0, BEFORE])
  })
  afterAll(clear)

  it('while another process imports', async () => {
    const files = await folder()
    await writeArticles(files, [BEFORE, BEFORE + IMPORTED])
    await reading(BEFORE + IMPORTED, async () => {
      const importing = run('cli/import.js', { DATA_DIR }, [files, '--publish'])
      // It says so when all files are in; the channels follow then.
      await expect.poll(importing.stdout, { timeout: 240_000 }).toContain(`created ${IMPORTED},`)
      return async () => expect([await importing.ended, importing.stderr()]).toEqual([0, ''])
    })
  })

  it('while the server itself writes', () => {
    const from = BEFORE + IMPORTED
    return reading(from + WRITTEN, () => writeOverHttp(program.url, [from, from + WRITTEN]))
  })

  /**
   * Visitors read until `count` articles are public. None of their reads may fail, nor wait as long as writing does: the
   * bound is a share of the time that `write` takes, because both take longer on a machine that has other work to do. (A
   * lock that is held through the import makes one wait for nearly half of that: the rest is its start.)
   */
  async function reading(count: number, write: () => Promise<(() => Promise<void>) | void>) {
    const visitors = readMeanwhile(program.url, ADDRESSES, { readers: 2, pauseMs: 40 })
    const started = performance.now()
    const end = await write()
    const writingMs = performance.now() - started
    await end?.()
    await expect.poll(async () => (await list(program.url)).length).toBe(count)
    const reads = await visitors.stop()
    const longest = reads.at(0.99999)
    process.stdout.write(
      `${count} articles after ${writingMs.toFixed(0)} ms; ${reads.count} reads, ` +
        `half of them in ${reads.at(0.5).toFixed(1)} ms, the longest in ${longest.toFixed(1)}\n`,
    )
    expect(reads.count).toBeGreaterThan(20)
    expect(longest).toBeLessThan(writingMs * 0.3)
  }
})

async function list(url: string): Promise<unknown[]> {
  const answer = await fetch(`${url}/v1/articles?limit=100`)
  return ((await answer.json()) as { data: unknown[] }).data
}

const words = 'Water in the morning, and look at the leaves before you decide that a tree is thirsty. '

/** Publications by the server's own hands, one after the other: `article-N` for each N from `from` up to `to`. */
async function writeOverHttp(url: string, [from, to]: [from: number, to: number]): Promise<void> {
  const post = (address: string, body: unknown, token = '') =>
    fetch(url + address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify(body),
    })
  const login = await post('/api/users/login', { email: 'admin@galley.local', password: PASSWORD })
  const { token } = (await login.json()) as { token: string }
  for (let n = from; n < to; n++) {
    const paragraph = {
      type: 'paragraph',
      version: 1,
      children: [{ type: 'text', version: 1, text: words.repeat(20) }],
    }
    const body = { root: { type: 'root', version: 1, children: Array.from({ length: 12 }, () => paragraph) } }
    const answer = await post(
      '/api/articles',
      { title: `Article ${n}`, summary: words, body, _status: 'published' },
      token,
    )
    expect(answer.status).toBe(201)
  }
}
