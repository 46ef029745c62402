import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newDataDir, PASSWORD, type Program, runProgram, startProgram } from '../support/program.ts'

describe('the operator’s commands', () => {
  const PUBLIC_URL = 'https://cms.example.com'
  const folders: string[] = []
  const programs: Program[] = []
  let program: Program
  let DATA_DIR: string
  let file: string

  const folder = async () => {
    const made = await newDataDir()
    folders.push(made)
    return made
  }
  const start = async (dataDir: string) => {
    const started = await startProgram({ ADMIN_UI: 'off', DATA_DIR: dataDir, PUBLIC_URL })
    programs.push(started)
    return started
  }
  const command = async (name: string, dataDir: string, ...args: string[]) => {
    const run = runProgram(`cli/${name}.js`, { DATA_DIR: dataDir }, args)
    return { code: await run.ended, stdout: run.stdout(), stderr: run.stderr() }
  }
  const served = (url: string) =>
    Promise.all(
      ['/feeds/rss.xml', '/feeds/feed.json', '/v1/articles?limit=100', '/v1/people?limit=100'].map(
        async (each) => (await fetch(url + each)).text(),
      ),
    )

  beforeAll(async () => {
    DATA_DIR = await folder()
    file = path.join(await folder(), 'site.tar.gz')
    program = await start(DATA_DIR)
  })
  afterAll(async () => {
    for (const { child } of programs) child.kill('SIGKILL')
    for (const each of folders) await rm(each, { recursive: true, force: true })
  })

  it('rebuild and compact beside a running server, which serves the same', async () => {
    const before = await served(program.url)
    const compacted = await command('compact', DATA_DIR, '--days', '0')
    expect([compacted.code, compacted.stderr]).toEqual([0, ''])
    expect(compacted.stdout).toMatch(/^compacted [1-9]\d* publications\n$/)
    const all = await command('rebuild', DATA_DIR)
    expect([all.code, all.stderr]).toEqual([0, ''])
    expect(all.stdout).toMatch(/^(\S+: [1-9]\d* entries read, every row was right\n){2,}$/)
    const desk = await command('rebuild', DATA_DIR, 'linkedin')
    expect([desk.code, desk.stderr]).toEqual([1, expect.stringMatching(/people's work.*never rebuilt/)])
    expect(await served(program.url)).toEqual(before)
  })

  it('back up a running server, and restore it elsewhere with its people and their sessions', async () => {
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
    const restored = await start(elsewhere)
    expect(await served(restored.url)).toEqual(before)
    const [picture] = /\/media\/[\w-]+\.\w+/.exec(before.join()) ?? []
    expect((await fetch(restored.url + picture)).status).toBe(200)
    const me = await fetch(`${restored.url}/api/users/me`, { headers: { Authorization: `JWT ${token}` } })
    expect(((await me.json()) as { user: { email: string } }).user.email).toBe('admin@galley.local')
  })

  it('restore neither under a running server nor, unless told to, over content', async () => {
    const running = await command('restore', DATA_DIR, file, '--force')
    expect([running.code, running.stderr]).toEqual([1, expect.stringMatching(/open\. Stop Galley first/)])
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    const careful = await command('restore', DATA_DIR, file)
    expect([careful.code, careful.stderr]).toEqual([1, expect.stringMatching(/content already.*--force/)])
    const forced = await command('restore', DATA_DIR, file, '--force')
    expect([forced.code, forced.stderr]).toEqual([0, ''])
    expect(forced.stdout).toMatch(/^restored/)
  })
})
