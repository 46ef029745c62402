/** What visitors notice while an editor imports: nothing. How long reads take is told by `npm run bench -- import`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeArticles } from '../support/made-content.ts'
import { newStage, PASSWORD, type Program } from '../support/program.ts'
import { readMeanwhile } from '../support/read-meanwhile.ts'

const FILES = 30
const BEFORE = 8
const ADDRESSES = ['/v1/articles?limit=20', '/feeds/rss.xml', '/v1/articles/article-3', '/feeds/feed.json']

describe('public reads go on', () => {
  const { start, command, folder, clear } = newStage()
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
    await writeArticles(files, [BEFORE, BEFORE + FILES])
    await reading(async () => {
      expect(await command('import', DATA_DIR, files, '--publish')).toMatchObject({ code: 0, stderr: '' })
    }, BEFORE + FILES)
  })

  it('while the server itself writes', () =>
    reading(() => writeOverHttp(program.url, [BEFORE + FILES, BEFORE + 2 * FILES]), BEFORE + 2 * FILES))

  /**
   * Visitors read while `write` runs. On a machine of any speed, and with other work to do, a read that waits for what
   * is written takes its share of the time that the writing takes: one file's, when it waits for each of them in turn.
   */
  async function reading(write: () => Promise<void>, count: number) {
    const visitors = readMeanwhile(program.url, ADDRESSES, { readers: 2, pauseMs: 40 })
    const started = performance.now()
    await write()
    const wholeMs = performance.now() - started
    await expect.poll(async () => (await list(program.url)).length).toBe(count)
    const reads = await visitors.stop()
    const [middle, longest] = [reads.at(0.5), reads.at(0.99999)]
    process.stdout.write(
      `${FILES} files in ${wholeMs.toFixed(0)} ms; ${reads.count} reads, ` +
        `half of them in ${middle.toFixed(1)} ms, 99 % in ${reads.at(0.99).toFixed(1)}, longest ${longest.toFixed(1)}\n`,
    )
    expect(middle).toBeLessThan(wholeMs / FILES / 2)
    expect(longest).toBeLessThan(wholeMs / 2)
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
