/** `npm run import` as people start it, and as they stop it. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { writeArticles } from '../support/made-content.ts'
import { newDataDir, PASSWORD, type Program, runProgram, startProgram } from '../support/program.ts'

const FILES = 80

describe('the import command', () => {
  const programs: Pick<Program, 'child'>[] = []
  const folders: string[] = []
  const folder = async () => {
    const made = await newDataDir()
    folders.push(made)
    return made
  }
  afterEach(async () => {
    for (const { child } of programs.splice(0)) child.kill('SIGKILL')
    for (const each of folders.splice(0)) await rm(each, { recursive: true, force: true })
  })

  /** Pairs of articles that point to each other. */
  async function pairs(): Promise<string> {
    const set = await folder()
    await writeArticles(set, [0, FILES], (n) => `See [the other](article-${n ^ 1}.md).`)
    return set
  }
  const importing = (DATA_DIR: string, ...args: string[]) => {
    const program = runProgram('cli/import.js', { DATA_DIR }, args)
    programs.push(program)
    return program
  }
  const countsIn = (text: string) => {
    const [, ...numbers] = /created (\d+), updated (\d+), unchanged (\d+), failed (\d+)/.exec(text) ?? []
    const [created = -1, updated = -1, unchanged = -1, failed = -1] = numbers.map(Number)
    return { created, updated, unchanged, failed }
  }

  async function signedIn({ url }: Program) {
    const login = await fetch(`${url}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'admin@galley.local', password: PASSWORD }),
    })
    const { token } = (await login.json()) as { token: string }
    return async (where: string) => {
      const answer = await fetch(`${url}/api/${where}`, { headers: { Authorization: `JWT ${token}` } })
      return (await answer.json()) as { totalDocs: number; docs: { summary?: string; body?: unknown }[] }
    }
  }

  it.each([
    ['SIGINT', 130],
    ['SIGKILL', null],
  ] as const)('leaves a whole state on %s, and goes on when it is started again', async (signal, code) => {
    const [DATA_DIR, set] = [await folder(), await pairs()]
    const server = await startProgram({ DATA_DIR, GALLEY_DEMO: 'off', ADMIN_UI: 'off' })
    programs.push(server)
    const get = await signedIn(server)
    const first = importing(DATA_DIR, set, '--publish')
    await expect
      .poll(async () => (await get('articles?limit=1&depth=0')).totalDocs, { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(10)
    first.child.kill(signal)
    expect(await first.ended).toBe(code)
    const { docs } = await get('articles?limit=1000&depth=0&draft=true')
    expect(docs.length).toBeLessThan(FILES)
    const halfMade = docs.filter(({ summary, body }) => !summary || !body).length
    process.stdout.write(`${signal}: ${docs.length} of ${FILES} were there, ${halfMade} half-made\n`)
    if (signal !== 'SIGKILL') {
      const { created, failed } = countsIn(first.stdout())
      expect([created, failed, halfMade]).toEqual([docs.length, 0, 0])
      expect(first.stderr()).toContain('Stopping after the file at hand')
      expect(first.stderr()).toContain(
        `Stopped: ${FILES - created} files were left. Import again to go on.\n`,
      )
    } else expect(halfMade).toBeLessThanOrEqual(2)

    const second = importing(DATA_DIR, set, '--publish')
    expect([await second.ended, second.stderr()]).toEqual([0, ''])
    const { created, updated, unchanged } = countsIn(second.stdout())
    expect(created + updated + unchanged).toBe(FILES)
    expect(created).toBe(FILES - docs.length)
    // What was there was whole: the second run had nothing to add to it.
    if (signal !== 'SIGKILL') expect(updated).toBe(0)
    const third = importing(DATA_DIR, set, '--publish')
    expect([await third.ended, third.stdout()]).toEqual([
      0,
      `created 0, updated 0, unchanged ${FILES}, failed 0\n`,
    ])
  })

  it('says on a dry run what it would do, and touches nothing', async () => {
    const [DATA_DIR, set] = [await folder(), await pairs()]
    const before = importing(DATA_DIR, set, '--dry-run')
    expect([await before.ended, before.stdout()]).toEqual([1, ''])
    expect(before.stderr()).toBe(
      'There is no database to compare with yet: start Galley once, or import without --dry-run.\n',
    )
    await expect(stat(path.join(DATA_DIR, 'galley.db'))).rejects.toThrow('ENOENT')

    await writeFile(path.join(DATA_DIR, 'galley.db'), '')
    const empty = importing(DATA_DIR, set, '--dry-run')
    expect([await empty.ended, empty.stdout()]).toEqual([1, ''])
    expect(empty.stderr()).toContain('The database has to be migrated first, and a dry run does not touch it')
    expect((await readFile(path.join(DATA_DIR, 'galley.db'))).length).toBeLessThan(5000)
    await rm(path.join(DATA_DIR, 'galley.db'))

    const one = path.join(set, 'articles/article-0.md')
    await writeFile(one, (await readFile(one, 'utf8')).replace('See [the other](article-1.md).', 'Alone.'))
    expect(await importing(DATA_DIR, one).ended).toBe(0)
    const dry = importing(DATA_DIR, set, '--dry-run', '--publish')
    expect([await dry.ended, dry.stderr()]).toEqual([0, ''])
    expect(dry.stdout()).toContain('would update ')
    expect(dry.stdout()).toContain('status draft → published')
    expect(dry.stdout()).toContain(
      `would create ${FILES - 1}, would update 1, unchanged 0, would fail 0\nThis was a dry run: nothing was changed.\n`,
    )
    expect(await importing(DATA_DIR, one).ended).toBe(0)
    await writeFile(one, 'Broken.\n')
    const failing = importing(DATA_DIR, set, '--dry-run')
    expect(await failing.ended).toBe(1)
    expect(failing.stderr()).toMatch(/article-0\.md:1: there is no front matter/)
  })

  it('says what it did not understand', async () => {
    const wrong = importing(await folder(), '--dryrun', '.')
    expect([await wrong.ended, wrong.stderr()]).toEqual([
      1,
      expect.stringMatching(/^Unknown option '--dryrun'[^\n]*\nUsage: npm run import/),
    ])
    expect(wrong.stderr()).not.toMatch(/\n\s+at /)
  })
})
