/** A site as an operator has it: started, looked after by commands, moved, and freed of its demo content. */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newStage, PASSWORD, type Program } from '../support/program.ts'

// Each test goes on where the one before stopped: putting demo content in takes longer than all the rest.
describe('a site with demo content', () => {
  const PUBLIC_URL = 'https://cms.example.com'
  const TYPES = ['articles', 'glossary-terms', 'faqs', 'case-studies', 'role-profiles', 'people', 'topics']
  const { start, startByNpm, command, folder, clear } = newStage()
  let DATA_DIR: string
  let file: string
  let program: Program
  let ids: string[][]

  const idsOf = ({ url }: Program) =>
    Promise.all(
      TYPES.map(async (type) => {
        const answer = await fetch(`${url}/v1/${type}?limit=100`)
        return ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id).sort()
      }),
    )
  const served = (url: string) =>
    Promise.all(
      ['/feeds/rss.xml', '/feeds/feed.json', '/v1/articles?limit=100', '/v1/people?limit=100'].map(
        async (each) => (await fetch(url + each)).text(),
      ),
    )

  beforeAll(async () => {
    DATA_DIR = await folder()
    file = path.join(await folder(), 'site.tar.gz')
  })
  afterAll(clear)

  it('is there after npm start, and ends on Ctrl-C', async () => {
    const first = await startByNpm({ DATA_DIR, PUBLIC_URL })
    ids = await idsOf(first)
    expect(ids.map((found) => found.length)).toEqual([12, 15, 10, 3, 2, 5, 8])
    expect(first.stdout()).toContain('/v1/articles')
    expect((await fetch(`${first.url}/admin`)).status).toBe(200)
    first.kill('SIGINT')
    expect(await first.ended).toBe(0)
  })

  it('has its demo content once, however often it is started', async () => {
    program = await start({ DATA_DIR, PUBLIC_URL })
    expect(await idsOf(program)).toEqual(ids)
  })

  it('is rebuilt and compacted beside the running server, which serves the same', async () => {
    const before = await served(program.url)
    const compacted = await command('compact', DATA_DIR, '--days', '0')
    expect([compacted.code, compacted.stderr]).toEqual([0, ''])
    expect(compacted.stdout).toMatch(/^compacted [1-9]\d* publications\n$/)
    const all = await command('rebuild', DATA_DIR)
    expect([all.code, all.stderr]).toEqual([0, ''])
    expect(all.stdout).toMatch(
      /^delivery: [1-9]\d* entries read, every row was made anew\nfeeds: [1-9]\d* entries read, every row was right\n$/,
    )
    const desk = await command('rebuild', DATA_DIR, 'linkedin')
    expect([desk.code, desk.stderr]).toEqual([1, expect.stringMatching(/people's work.*never rebuilt/)])
    expect(await served(program.url)).toEqual(before)
  })

  it('is backed up while it runs, and restored elsewhere with its people and their sessions', async () => {
    const login = await fetch(`${program.url}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'admin@galley.local', password: PASSWORD }),
    })
    const { token } = (await login.json()) as { token: string }
    const before = await served(program.url)
    const backup = await command('backup', DATA_DIR, file)
    expect([backup.code, backup.stderr]).toEqual([0, ''])
    expect(backup.stdout).toMatch(/^backed up to .*site\.tar\.gz \([\d.]+ MB\); it holds the secret/)
    // Nobody else may read the secret and the password hashes in it.
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readdir(DATA_DIR)).filter((name) => name === 'backing-up')).toEqual([])

    const elsewhere = await folder()
    const restore = await command('restore', elsewhere, file)
    expect([restore.code, restore.stderr]).toEqual([0, ''])
    expect(restore.stdout).toMatch(/^restored the backup of 20\d\d-/)
    const restored = await start({ DATA_DIR: elsewhere, PUBLIC_URL })
    expect(await served(restored.url)).toEqual(before)
    const [picture] = /\/media\/[\w-]+\.\w+/.exec(before.join()) ?? []
    expect((await fetch(restored.url + picture)).status).toBe(200)
    const me = await fetch(`${restored.url}/api/users/me`, { headers: { Authorization: `JWT ${token}` } })
    expect(((await me.json()) as { user: { email: string } }).user.email).toBe('admin@galley.local')
    restored.kill('SIGKILL')
  })

  it('is restored neither under a running server nor, unless told to, over content', async () => {
    const running = await command('restore', DATA_DIR, file, '--force')
    expect([running.code, running.stderr]).toEqual([1, expect.stringMatching(/open\. Stop Galley first/)])
    program.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    const careful = await command('restore', DATA_DIR, file)
    expect([careful.code, careful.stderr]).toEqual([1, expect.stringMatching(/content already.*--force/)])
    const forced = await command('restore', DATA_DIR, file, '--force')
    expect([forced.code, forced.stderr]).toEqual([0, ''])
    expect(forced.stdout).toMatch(/^restored/)
  })

  it('is empty when its demo content is taken out, and stays so', async () => {
    const removal = await command('demo', DATA_DIR, 'remove')
    expect([removal.code, removal.stderr]).toEqual([0, ''])
    expect((await idsOf(await start({ DATA_DIR, PUBLIC_URL }))).flat()).toEqual([])
  })
})
