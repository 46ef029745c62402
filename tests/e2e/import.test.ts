/** `npm run import` as people start it, and as they stop it. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeArticles } from '../support/made-content.ts'
import { newStage, PASSWORD, type Program } from '../support/program.ts'

/** Of one set. When a signal comes after the fourth, most are still to come. */
const FILES = 16

describe('the import command', () => {
  const { run, start, command, folder, clear } = newStage()
  const sets: string[] = []
  let DATA_DIR: string
  let find: Awaited<ReturnType<typeof signedIn>>

  beforeAll(async () => {
    DATA_DIR = await folder()
    find = await signedIn(await start({ DATA_DIR, GALLEY_DEMO: 'off' }))
  })
  afterAll(clear)

  /** Pairs of articles that point to each other, others in each set. */
  async function newSet(): Promise<string> {
    const set = await folder()
    const from = sets.length * FILES
    await writeArticles(set, [from, from + FILES], (n) => `See [the other](article-${n ^ 1}.md).`)
    sets.push(set)
    return set
  }
  const countsIn = (text: string) => {
    const [, ...numbers] = /created (\d+), updated (\d+), unchanged (\d+), failed (\d+)/.exec(text) ?? []
    const [created = -1, updated = -1, unchanged = -1, failed = -1] = numbers.map(Number)
    return { created, updated, unchanged, failed }
  }

  type Article = { slug: string; summary?: string; body?: unknown }
  async function signedIn({ url }: Program) {
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({ email: 'admin@galley.local', password: PASSWORD })
    const login = await fetch(`${url}/api/users/login`, { method: 'POST', headers, body })
    const { token } = (await login.json()) as { token: string }
    return async (query: string) => {
      const answer = await fetch(`${url}/api/articles?depth=0&${query}`, {
        headers: { Authorization: `JWT ${token}` },
      })
      return (await answer.json()) as { totalDocs: number; docs: Article[] }
    }
  }

  it.each([
    ['SIGINT', 130],
    ['SIGKILL', null],
  ] as const)('leaves a whole state on %s, and goes on when it is started again', async (signal, code) => {
    const { totalDocs: before } = await find('limit=1')
    const set = await newSet()
    const first = run('cli/import.js', { DATA_DIR }, [set, '--publish'])
    await expect
      .poll(async () => (await find('limit=1')).totalDocs, { timeout: 240_000, interval: 20 })
      .toBeGreaterThan(before + 3)
    first.kill(signal)
    expect(await first.ended).toBe(code)
    const found = await find('limit=1000&draft=true')
    const there = found.totalDocs - before
    expect(there).toBeLessThan(FILES)
    const halfMade = found.docs.filter(({ summary, body }) => !summary || !body).length
    process.stdout.write(`${signal}: ${there} of ${FILES} were there, ${halfMade} half-made\n`)
    if (signal !== 'SIGKILL') {
      const { created, failed } = countsIn(first.stdout())
      expect([created, failed, halfMade]).toEqual([there, 0, 0])
      expect(first.stderr()).toContain('Stopping after the file at hand')
      expect(first.stderr()).toContain(
        `Stopped: ${FILES - created} files were left. Import again to go on.\n`,
      )
    } else expect(halfMade).toBeLessThanOrEqual(2)

    const second = await command('import', DATA_DIR, ...sets, '--publish')
    expect([second.code, second.stderr]).toEqual([0, ''])
    const { created, updated, unchanged } = countsIn(second.stdout)
    expect(created + updated + unchanged).toBe(sets.length * FILES)
    expect(created).toBe(FILES - there)
    // What was there was whole, an earlier set too: the second run had nothing to add to it.
    expect(updated).toBeLessThanOrEqual(signal === 'SIGKILL' ? there : 0)
    expect(unchanged).toBeGreaterThanOrEqual(before)
    const published = await find('limit=1000&where[_status][equals]=published')
    expect(published.docs.filter(({ summary, body }) => summary && body)).toHaveLength(sets.length * FILES)
  })

  it('says on a dry run what it would do, and touches nothing', async () => {
    const set = await newSet()
    const one = path.join(set, `articles/article-${FILES * (sets.length - 1)}.md`)
    await writeFile(one, (await readFile(one, 'utf8')).replace(/See .*/, 'Alone.'))
    expect(await command('import', DATA_DIR, one)).toMatchObject({ code: 0, stderr: '' })
    const before = await find('limit=1000&draft=true')
    const dry = await command('import', DATA_DIR, set, '--dry-run', '--publish')
    expect([dry.code, dry.stderr]).toEqual([0, ''])
    expect(dry.stdout).toContain('would update ')
    expect(dry.stdout).toContain('status draft → published')
    expect(dry.stdout).toContain(
      `would create ${FILES - 1}, would update 1, unchanged 0, would fail 0\nThis was a dry run: nothing was changed.\n`,
    )
    await writeFile(one, 'Broken.\n')
    const failing = await command('import', DATA_DIR, one, '--dry-run')
    expect(failing.code).toBe(1)
    expect(failing.stderr).toMatch(/article-\d+\.md:1: there is no front matter/)
    expect(await find('limit=1000&draft=true')).toEqual(before)
  })

  it('makes and migrates no database on a dry run', async () => {
    const [elsewhere, set] = [await folder(), await newSet()]
    const database = path.join(elsewhere, 'galley.db')
    expect(await command('import', elsewhere, set, '--dry-run')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no database to compare with yet: start Galley once, or import without --dry-run.\n',
    })
    await expect(stat(database)).rejects.toThrow('ENOENT')

    await writeFile(database, '')
    expect(await command('import', elsewhere, set, '--dry-run')).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(
        'The database has to be migrated first, and a dry run does not touch it',
      ),
    })
    expect((await readFile(database)).length).toBeLessThan(5000)
  })

  it('says what it did not understand', async () => {
    const { code, stderr } = await command('import', await folder(), '--dryrun', '.')
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^Unknown option '--dryrun'[^\n]*\nUsage: npm run import/),
    ])
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
