/** `kill -9` while documents are saved and published: whatever was acknowledged stands, and stands whole. */
import { spawn } from 'node:child_process'
import { createClient } from '@libsql/client'
import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findItem } from '../../pipelines/channels/delivery/index.ts'
import { type Compiled, compile } from '../support/compiled.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { type Plan, taskOf } from '../support/kill-writer.ts'
import { entriesOf, wholeLedger } from '../support/ledger.ts'
import { type MarkedType, makeTargets, marked, markOf, type Targets } from '../support/marked.ts'

/** More of them, for figures: TEST_KILLS=200. The stand-in for MongoDB is slow. */
const KILLS = Number(process.env.TEST_KILLS ?? (databaseName === 'sqlite' ? 20 : 3))
const UPDATES = 100
const LONGEST_MS = databaseName === 'sqlite' ? 1_500 : 6_000
/** Of one kill with the start before it and the checks after it, on a slow machine. */
const AT_MOST_MS = databaseName === 'sqlite' ? 20_000 : 30_000
/** How long the writer may take to its first save, and to die. */
const WRITER_AT_MOST_MS = 60_000
const IN_A_SAVE = /^in (the transaction of )?a save/
const TYPES: MarkedType[] = ['articles', 'glossary-terms']

describe.skipIf(databaseUrl() === null)('kill -9', () => {
  let instance: TestGalley
  let targets: Targets
  let compiled: Compiled
  const documents = {} as Record<MarkedType, { id: number | string; uid: string; slug: string }>

  beforeAll(async () => {
    compiled = await compile()
    instance = await startGalley()
    targets = await makeTargets(instance.payload)
    for (const type of TYPES) {
      const data = { ...marked(type, 0, targets), _status: 'published' } as never
      documents[type] = (await instance.payload.create({ collection: type, data })) as never
    }
    await instance.galley.settled()
  })
  afterAll(async () => {
    await instance?.close()
    await compiled?.remove()
  })

  it(`${KILLS} times in the middle of ${UPDATES} updates loses nothing that was acknowledged and leaves everything whole`, {
    timeout: 60_000 + KILLS * AT_MOST_MS,
  }, async () => {
    const landed = new Map<string, number>()
    // What each type's live row and newest version must say at least; a save at hand may stand or not.
    const stands = {
      live: { articles: 0, 'glossary-terms': 0 },
      newest: { articles: 0, 'glossary-terms': 0 },
    }
    let first = 1
    for (let kill = 0; kill < KILLS; kill++) {
      const { env } = instance
      await instance.galley.stop()
      await instance.payload.destroy()
      const lines = await runUntilKilled({ first, count: UPDATES, ids: idsOf(documents), targets })
      const where = placeOf(lines)
      landed.set(where, (landed.get(where) ?? 0) + 1)

      const begun = marksIn(lines, 'op')
      const acknowledged = marksIn(lines, 'ack')
      const atHand = begun.find((mark) => !acknowledged.includes(mark))
      for (const mark of acknowledged) note(stands, mark)
      if (databaseName === 'sqlite') await checkFile(env.databaseUrl)

      const restarted = await startGalley({}, { env })
      instance = { ...restarted, close: instance.close }
      await instance.galley.settled()
      for (const type of TYPES) {
        const isAtHand = atHand !== undefined && taskOf(atHand).type === type
        const isPublished = isAtHand && taskOf(atHand).status === 'published'
        const found = await marksOf(type)
        expect(found.live).toBeOneOf([stands.live[type], ...(isPublished ? [atHand] : [])])
        expect(found.newest).toBeOneOf([stands.newest[type], ...(isAtHand ? [atHand] : [])])
        stands.live[type] = found.live
        stands.newest[type] = found.newest
      }
      const ledger = await wholeLedger(instance.payload)
      expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, index) => index + 1))
      first = (begun.at(-1) ?? first) + 1
    }
    process.stdout.write(
      `${databaseName}: ${KILLS} kills landed: ${JSON.stringify(Object.fromEntries(landed))}\n`,
    )
    // Else nothing was tried.
    expect([...landed.keys()].filter((place) => IN_A_SAVE.test(place))).not.toEqual([])
  })

  /** Starts the writer on the test's database and kills it at a random moment after its first save. */
  function runUntilKilled(plan: Plan): Promise<string[]> {
    const { env } = instance
    const child = spawn(
      process.execPath,
      ['--conditions=production', compiled.file('tests/support/kill-writer.ts'), JSON.stringify(plan)],
      {
        env: {
          PATH: process.env.PATH ?? '',
          NODE_ENV: 'production',
          LOG_LEVEL: 'silent',
          DATA_DIR: env.dataDir,
          DATABASE_URL: env.databaseUrl,
          PAYLOAD_SECRET: env.secret,
          PUBLIC_URL: env.publicUrl,
          SITE_URL: env.siteUrl,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let said = ''
    let errors = ''
    let isArmed = false
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (isArmed || !said.includes('op ')) return
      isArmed = true
      setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_MS)
    })
    let isHanging = false
    const timer = setTimeout(() => {
      isHanging = !isArmed
      child.kill('SIGKILL')
    }, WRITER_AT_MOST_MS)
    return new Promise((resolve, reject) => {
      child.on('close', (code, signal) => {
        clearTimeout(timer)
        if (isHanging) reject(new Error(`The writer saved nothing in time:\n${said.slice(-500)}\n${errors}`))
        else if (signal === 'SIGKILL') resolve(said.split('\n').filter(Boolean))
        else reject(new Error(`The writer ended by itself (${code}):\n${said.slice(-500)}\n${errors}`))
      })
    })
  }

  /** The marks of the live row and of the newest version; checks on the way that everything is whole. */
  async function marksOf(type: MarkedType): Promise<{ live: number; newest: number }> {
    const { payload } = instance
    const { id, uid } = documents[type]
    const load = (draft: boolean) => payload.findByID({ collection: type, id, draft, depth: 0 })
    const row = await load(false)
    const live = markOf(type, row, targets)
    const newest = markOf(type, await load(true), targets)
    const versions = await allVersions(payload, type, id)
    for (const { version } of versions) markOf(type, version, targets)
    expect(
      versions.filter(({ latest }) => latest).map(({ version }) => markOf(type, version, targets)),
    ).toEqual([newest])
    const last = (await entriesOf(payload, `${type}:${uid}`)).at(-1)
    expect(last?.item?.summary).toBe(`Mark ${live}`)
    expect((await findItem(payload, type, String(row.slug)))?.summary).toBe(`Mark ${live}`)
    return { live, newest }
  }
})

async function allVersions(payload: Payload, type: MarkedType, id: number | string) {
  const where: Where = { parent: { equals: id } }
  return (await payload.db.findVersions({ collection: type, where, pagination: false, limit: 0 })).docs
}

function idsOf(documents: Record<MarkedType, { id: number | string }>): Plan['ids'] {
  return { articles: documents.articles.id, 'glossary-terms': documents['glossary-terms'].id }
}

function marksIn(lines: string[], word: string): number[] {
  return lines.filter((line) => line.startsWith(`${word} `)).map((line) => Number(line.split(' ')[1]))
}

type Stands = Record<'live' | 'newest', Record<MarkedType, number>>

function note(stands: Stands, mark: number): void {
  const { type, status } = taskOf(mark)
  stands.newest[type] = mark
  if (status === 'published') stands.live[type] = mark
}

/** Where the kill fell, by the last that the writer said of transactions and operations. */
function placeOf(lines: string[]): string {
  const last = lines.at(-1) ?? ''
  if (last.startsWith('begin save')) return 'in the transaction of a save'
  if (last.startsWith('begin publish')) return 'in the transaction of a channel'
  if (last.startsWith('commit')) return 'in a COMMIT'
  const isWithoutTransactions = !lines.some((line) => line.startsWith('begin'))
  const isSaving = lines.findLast((line) => /^(op|ack)/.test(line))?.startsWith('op')
  if (isWithoutTransactions && isSaving) return 'in a save, without a transaction'
  if (last.startsWith('op')) return 'in a save, before its transaction'
  return isSaving ? 'in a save, between transactions' : 'between two saves'
}

/** As SQLite itself sees the file that the dead process left. */
async function checkFile(url: string): Promise<void> {
  const client = createClient({ url })
  const integrity = await client.execute('PRAGMA integrity_check')
  const keys = await client.execute('PRAGMA foreign_key_check')
  client.close()
  expect([integrity.rows.map((row) => row.integrity_check), keys.rows]).toEqual([['ok'], []])
}
