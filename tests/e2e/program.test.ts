import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort, newDataDir, type Program, runProgram, startProgram } from '../support/program.ts'

describe('the program', () => {
  const programs: Pick<Program, 'child'>[] = []
  const folders: string[] = []
  const folder = async () => {
    const made = await newDataDir()
    folders.push(made)
    return made
  }
  const start = async (variables: { [name: string]: string }) => {
    const program = await startProgram({ ADMIN_UI: 'off', ...variables })
    programs.push(program)
    return program
  }

  afterEach(async () => {
    for (const { child } of programs.splice(0)) child.kill('SIGKILL')
    for (const each of folders.splice(0)) await rm(each, { recursive: true, force: true })
  })

  it('puts demo content into a new database once, and serves it', async () => {
    const DATA_DIR = await folder()
    const first = await start({ DATA_DIR })
    const list = async (url: string, type: string) => {
      const answer = await fetch(`${url}/v1/${type}?limit=100`)
      return ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id).sort()
    }
    const types = ['articles', 'glossary-terms', 'faqs', 'case-studies', 'role-profiles', 'people', 'topics']
    const before = await Promise.all(types.map((type) => list(first.url, type)))
    expect(before.map((ids) => ids.length)).toEqual([12, 15, 10, 3, 2, 5, 8])
    expect(first.stdout()).toContain('/v1/articles')
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    const second = await start({ DATA_DIR })
    expect(await Promise.all(types.map((type) => list(second.url, type)))).toEqual(before)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)

    const removal = runProgram('cli/demo.js', { DATA_DIR }, ['remove'])
    expect(await removal.ended).toBe(0)
    const third = await start({ DATA_DIR })
    expect((await Promise.all(types.map((type) => list(third.url, type)))).flat()).toEqual([])
  })

  it.each<{ [name: string]: string }>([{ SITE_URL: 'https://www.example.com' }, { GALLEY_DEMO: 'off' }])(
    'puts no demo content in with %o',
    async (variables) => {
      const program = await start({ DATA_DIR: await folder(), ...variables })
      const answer = await fetch(`${program.url}/v1/articles`)
      expect(((await answer.json()) as { data: unknown[] }).data).toEqual([])
    },
  )

  it('makes a password up for the first user, prints it once, and never logs it', async () => {
    const DATA_DIR = await folder()
    const variables = {
      DATA_DIR,
      GALLEY_DEMO: 'off',
      ADMIN_PASSWORD: '',
      LOG_LEVEL: 'trace',
      ADMIN_UI: 'off',
    }
    const port = await freePort()
    const program = runProgram('server.js', { ...variables, ADMIN_UI: 'on', PORT: `${port}` })
    programs.push(program)
    await expect.poll(() => program.stdout(), { timeout: 60_000 }).toContain('Galley is running')
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
    program.child.kill('SIGINT')
    expect(await program.ended).toBe(0)
    const second = await start({ ...variables, ADMIN_UI: 'off' })
    expect(second.stdout()).not.toContain('password:')
  })

  it('says what is wrong in one sentence, without a stack, and ends with 1', async () => {
    const blocker = createServer().listen(0)
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
    for (const [variables, sentence] of cases) {
      const program = runProgram('server.js', { ADMIN_UI: 'off', LOG_LEVEL: 'info', ...variables })
      expect(await program.ended).toBe(1)
      expect(program.stderr()).toMatch(sentence)
      expect(program.stderr()).not.toMatch(/\n\s+at /)
      expect(program.stderr()).not.toContain('hidden')
    }
    blocker.close()
  })

  it('loses nothing when three programs write to one file', async () => {
    const DATA_DIR = await folder()
    const write = (label: string, count: number) =>
      runProgram('../../tests/support/writer.mjs', { DATA_DIR }, [label, `${count}`])
    expect(await write('first', 1).ended).toBe(0)
    const writers = ['a', 'b', 'c'].map((label) => write(label, 40))
    expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0, 0])
    expect(writers.map((writer) => [writer.stdout(), writer.stderr()])).toEqual(
      writers.map(() => ['40\n', '']),
    )
    const program = await start({ DATA_DIR, GALLEY_DEMO: 'off' })
    const listed = async () => {
      const first = await fetch(`${program.url}/v1/topics?limit=100`)
      const { page } = (await first.json()) as { page: { next: string } }
      const rest = await fetch(`${program.url}/v1/topics?limit=100&after=${page.next}`)
      return ((await rest.json()) as { data: unknown[] }).data.length
    }
    // What was found at the start is on its way to the channels.
    await expect.poll(listed).toBe(21)
  })

  it('imports the shared set while the server runs on the same file', async ({ skip }) => {
    const set = '../shared/content'
    if (!(await readFile(`${set}/people/daniel-langley.md`).catch(() => null)))
      skip('../shared/content is not here')
    const DATA_DIR = await folder()
    const program = await start({ DATA_DIR, GALLEY_DEMO: 'off' })
    const variables = { DATA_DIR }
    const first = runProgram('cli/import.js', variables, [set, '--publish'])
    expect([await first.ended, first.stderr(), first.stdout()]).toEqual([
      0,
      '',
      'created 22, updated 0, unchanged 0, failed 0\n',
    ])
    const again = runProgram('cli/import.js', variables, [set, '--publish'])
    expect([await again.ended, again.stdout()]).toEqual([0, 'created 0, updated 0, unchanged 22, failed 0\n'])
    const text = async (url: string) => (await fetch(program.url + url)).text()
    await expect.poll(() => text('/feeds/rss.xml')).toContain('<guid isPermaLink="false">articles:')
    const feed = JSON.parse(await text('/feeds/feed.json')) as { items: { url: string }[] }
    // The command was not told the server's address: it takes the one that the site was published with.
    expect(feed.items.every(({ url }) => url.startsWith(program.url))).toBe(true)
    // By the matrix: 2 articles, 1 term, 1 case study, 1 role profile; FAQs stay out.
    expect(feed.items).toHaveLength(5)
  })
})
