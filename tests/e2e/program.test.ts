import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { freePort, newStage } from '../support/program.ts'

describe('the program', () => {
  const { run, start, command, folder, clear } = newStage()
  afterEach(clear)

  it('prints a password that it made up once and logs none, and loses nothing when three write to one file', async () => {
    const DATA_DIR = await folder()
    const variables = { DATA_DIR, GALLEY_DEMO: 'off', ADMIN_PASSWORD: '', LOG_LEVEL: 'trace' }
    const port = await freePort()
    const program = run('server.js', { ...variables, PORT: `${port}` })
    await expect.poll(() => program.stdout(), { timeout: 240_000 }).toContain('Galley is running')
    const password = /password: (\S+)/.exec(program.stdout())?.[1] ?? ''
    const secret = await readFile(path.join(DATA_DIR, 'secret'), 'utf8')
    const login = await fetch(`http://localhost:${port}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'admin@galley.local', password }),
    })
    expect(login.status).toBe(200)
    expect(program.stderr()).not.toContain(password)
    expect(program.stderr() + program.stdout()).not.toContain(secret)
    program.kill('SIGINT')
    expect(await program.ended).toBe(0)

    const WRITES = 20
    const writers = ['a', 'b', 'c'].map((label) =>
      run('../../tests/support/writer.mjs', { DATA_DIR }, [label, `${WRITES}`]),
    )
    // They begin together, however long each of them took to start.
    for (const writer of writers)
      await expect.poll(() => writer.stdout(), { timeout: 240_000 }).toBe('ready\n')
    for (const writer of writers) writer.kill('SIGUSR2')
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0, 0])
    expect(writers.map((writer) => [writer.stdout(), writer.stderr()])).toEqual(
      writers.map(() => [`ready\n${WRITES}\n`, '']),
    )

    const second = await start(variables)
    expect(second.stdout()).not.toContain('password:')
    // What was found at the start is on its way to the channels; and no demo content is there.
    const topics = async () => {
      const answer = await fetch(`${second.url}/v1/topics?limit=100`)
      return ((await answer.json()) as { data: unknown[] }).data.length
    }
    await expect.poll(topics).toBe(3 * WRITES)
  })

  it('says what is wrong in one sentence, without a stack, and ends with 1', async () => {
    const blocker = createServer().listen(0)
    onTestFinished(() => void blocker.close())
    const address = blocker.address()
    const taken = address && typeof address === 'object' ? `${address.port}` : ''
    const cases: [{ [name: string]: string }, RegExp][] = [
      [{ PORT: taken, HOST: '::', DATA_DIR: await folder() }, /Port \d+ is in use/],
      [{ DATA_DIR: '/dev/null/galley' }, /DATA_DIR \/dev\/null\/galley cannot be written/],
      [
        {
          DATABASE_URL: 'mongodb://user:hidden@127.0.0.1:1/galley',
          PAYLOAD_SECRET: 'x'.repeat(20),
          DATA_DIR: await folder(),
          PORT: '0',
        },
        /The database at mongodb:\/\/user:\*\*\*@127\.0\.0\.1:1\/galley cannot be reached/,
      ],
      [{ PORT: 'many', ROLE: 'boss', DATA_DIR: await folder() }, /PORT must be.*\n.*ROLE must be/],
    ]
    const started = cases.map(([variables, sentence]) => ({
      program: run('server.js', { ADMIN_UI: 'off', LOG_LEVEL: 'info', ...variables }),
      sentence,
    }))
    for (const { program, sentence } of started) {
      expect(await program.ended).toBe(1)
      expect(program.stderr()).toMatch(sentence)
      expect(program.stderr()).not.toMatch(/\n\s+at /)
      expect(program.stderr()).not.toContain('hidden')
    }
  })

  it('puts no demo content in where there is a website, and imports the shared set while it runs', async ({
    skip,
  }) => {
    const set = '../shared/content'
    if (!(await readFile(`${set}/people/daniel-langley.md`).catch(() => null)))
      skip('../shared/content is not here')
    const SITE_URL = 'https://www.example.com'
    const DATA_DIR = await folder()
    const program = await start({ DATA_DIR, SITE_URL })
    expect(await command('import', DATA_DIR, set, '--publish')).toEqual({
      code: 0,
      stderr: '',
      stdout: 'created 22, updated 0, unchanged 0, failed 0\n',
    })
    const text = async (url: string) => (await fetch(program.url + url)).text()
    await expect.poll(() => text('/feeds/rss.xml')).toContain('<guid isPermaLink="false">articles:')
    // By the matrix: 2 articles, 1 term, 1 case study, 1 role profile; FAQs stay out.
    const items = async () =>
      (JSON.parse(await text('/feeds/feed.json')) as { items: { url: string; image?: string }[] }).items
    await expect.poll(async () => (await items()).length).toBe(5)
    // The command was not told the addresses: it takes those that the site was published with.
    for (const { url, image } of await items()) {
      expect(url).toMatch(/^https:\/\/www\.example\.com\//)
      if (image) expect(image.startsWith(program.url)).toBe(true)
    }
  })
})
