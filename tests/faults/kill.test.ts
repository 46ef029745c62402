/**
 * `kill -9` while documents are saved, published, renamed and unpublished: whatever was acknowledged stands, and stands
 * whole; the ledger has no gap, and everything public follows from it. `npm run test:faults -- --kills N` for more.
 */
import path from 'node:path'
import { createClient } from '@libsql/client'
import type { Payload, Where } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wholeOperation } from '../../database/whole-operation.ts'
import { type Compiled, compile } from '../support/compiled.ts'
import { draftsOf } from '../support/desk.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { type Plan, taskOf } from '../support/kill-writer.ts'
import { entriesOf } from '../support/ledger.ts'
import { type MarkedType, makeTargets, marked, markOf, type Targets } from '../support/marked.ts'
import { paragraphs } from '../support/text.ts'
import { expectWhole, forgetProjections, publicBytes } from '../support/whole-site.ts'
import { startWriter } from '../support/writer-process.ts'

/** The stand-in for MongoDB is slow. */
const KILLS = Number(process.env.TEST_KILLS ?? { sqlite: 6, mongodb: 1 }[databaseName] ?? 2)
/** Articles that come, go and change their names meanwhile. */
const LIVES = Number(process.env.TEST_ITEMS ?? (databaseName === 'sqlite' ? 12 : 4))
const UPDATES = 100
const LONGEST_MS = databaseName === 'sqlite' ? 1_500 : 6_000
/**
 * Where a worker stalls: it has read, and not written yet, and does not keep SQLite from everybody else. On the stand-in
 * for MongoDB two workers wait for each other longer than a save does, so that the writer gives up: left out there.
 */
const STALLS = databaseName === 'sqlite' ? ['end publish'] : []
const STALL_MS = Number(process.env.TEST_STALL_MS ?? 3_000)
/** Of one kill with the start before it and the checks after it, on a slow machine. */
const AT_MOST_MS = databaseName === 'sqlite' ? 40_000 : 60_000
/** How long the writer may take to its first save, and to die. */
const WRITER_AT_MOST_MS = 120_000
const say = (kills: number, landed: Map<string, number>) =>
  process.stdout.write(
    `${databaseName}: ${kills} kills landed: ${JSON.stringify(Object.fromEntries([...landed].sort()), null, 2)}\n`,
  )
const CRITICAL = /^in a (save|publication)/
const STORE = 'delivery-1.db'
const TYPES: MarkedType[] = ['articles', 'glossary-terms']
/** Every other kill falls at one of these, not at a random moment: they are what a publication is made of. */
const AIMS = [
  'write publications',
  'wrote publications',
  // Between composing a post and having it saved.
  'write linkedin-drafts',
  'wrote linkedin-drafts',
  'wrote ledger-cursors',
  'wrote feed-items',
  // In the transaction of the file that the API reads.
  'wrote delivery',
  'commit publish',
  'write ledger-cursors',
  'wrote ledger-items',
  'write ledger-items',
  'wrote ledger-dependencies',
  'end publish',
]

describe.skipIf(databaseUrl() === null)('kill -9', () => {
  let instance: TestGalley
  let targets: Targets
  let compiled: Compiled
  const documents = {} as Record<MarkedType, { id: number | string; uid: string; slug: string }>
  const lives: (number | string)[] = []
  /** A person's words in the LinkedIn draft of an article that comes, goes and changes. */
  let byHand = { itemId: '', text: 'Somebody has written this by hand, and nothing may write over it.' }

  beforeAll(async () => {
    compiled = await compile()
    instance = await startGalley()
    targets = await makeTargets(instance.payload)
    for (const type of TYPES) {
      const data = { ...marked(type, 0, targets), _status: 'published' } as never
      documents[type] = (await instance.payload.create({ collection: type, data })) as never
    }
    for (let index = 0; index < LIVES; index++) {
      const data = {
        ...marked('articles', 0, targets),
        title: `Life ${index}`,
        body: paragraphs(
          'Rain stays under the kerb for nine days, and the trees above it drink it.',
          'In July 40 of them were measured: those without a kerb had lost a third of their leaves.',
        ),
        _status: 'published',
      } as never
      const life = await instance.payload.create({ collection: 'articles', data })
      lives.push(life.id)
      if (index === 0) byHand = { ...byHand, itemId: `articles:${life.uid}` }
    }
    await instance.galley.settled()
    await editByHand(instance, byHand)
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
      const line = AIMS[Math.floor(kill / 2) % AIMS.length] ?? ''
      const aim = { line, nth: 1 + Math.floor(Math.random() * 6), signal: 'SIGKILL' } as const
      const plan = { first, count: UPDATES, ids: idsOf(documents), targets, lives }
      const lines = await runUntilKilled(kill % 2 === 0 ? { ...plan, aim } : plan)
      const where = placeOf(lines)
      landed.set(where, (landed.get(where) ?? 0) + 1)

      const begun = marksIn(lines, 'op')
      const acknowledged = marksIn(lines, 'ack')
      const atHand = begun.find((mark) => !acknowledged.includes(mark))
      for (const mark of acknowledged) note(stands, mark)
      if (databaseName === 'sqlite') await checkFile(env.databaseUrl)
      await checkFile(`file:${path.join(env.dataDir, STORE)}`)

      await restart(env)
      for (const type of TYPES) {
        const isAtHand = atHand !== undefined && taskOf(atHand).type === type
        const isPublished = isAtHand && taskOf(atHand).status === 'published'
        const found = await marksOf(type)
        expect(found.live).toBeOneOf([stands.live[type], ...(isPublished ? [atHand] : [])])
        expect(found.newest).toBeOneOf([stands.newest[type], ...(isAtHand ? [atHand] : [])])
        stands.live[type] = found.live
        stands.newest[type] = found.newest
      }
      await expectWhole(instance, TYPES)
      const desk = await draftsOf(instance.payload, byHand.itemId)
      expect(desk.map(({ text, edited }) => [text, edited])).toEqual([[byHand.text, true]])
      first = (begun.at(-1) ?? first) + 1
      // Of a long run by hand, which may be stopped.
      if ((kill + 1) % 50 === 0) say(kill + 1, landed)
    }
    const before = await publicBytes(instance, TYPES)
    const { env } = instance
    await instance.galley.stop()
    await forgetProjections(instance.payload, env.dataDir)
    await instance.payload.destroy()
    await restart(env)
    expect(await publicBytes(instance, TYPES)).toEqual(before)
    say(KILLS, landed)
    // Else nothing was tried.
    expect([...landed.keys()].filter((place) => CRITICAL.test(place))).not.toEqual([])
  })

  it.each(STALLS)(
    `a worker that stalls for ${STALL_MS / 1000} s (%s) brings nothing old back`,
    {
      timeout: 300_000 + STALL_MS,
    },
    async (line) => {
      const { env, payload, galley } = instance
      const aim = { line, nth: 3 + Math.floor(Math.random() * 8), signal: 'SIGSTOP' } as const
      const plan = { first: 100_000, count: UPDATES, ids: idsOf(documents), targets, lives, aim }
      const writer = startWriter({ compiled, env, plan })
      try {
        await writer.says(/^SIGSTOP$/m, WRITER_AT_MOST_MS)
        const woken = Date.now() + STALL_MS
        const update = (collection: MarkedType, id: number | string, data: object) =>
          wholeOperation(payload.db, collection, () =>
            payload.update({ collection, id, data: data as never }),
          )
        for (const [index, id] of lives.entries()) {
          const words = {
            title: `Awake ${index}`,
            summary: `Awake ${index}`,
            slug: `awake-${line[0]}-${index}`,
          }
          await update('articles', id, index % 2 ? { _status: 'draft' } : { ...words, _status: 'published' })
        }
        for (const type of TYPES)
          await update(type, documents[type].id, { ...marked(type, 999, targets), _status: 'published' })
        await galley.settled()
        await new Promise((resolve) => setTimeout(resolve, woken - Date.now()))
        expect(writer.lines().at(-1)).toBe('SIGSTOP')
        writer.child.kill('SIGCONT')
        await writer.says(/^over$/m, WRITER_AT_MOST_MS)
        await galley.settled()
        await expectWhole(instance, TYPES)
      } finally {
        writer.child.kill('SIGKILL')
      }
    },
  )

  async function restart(env: TestGalley['env']) {
    const restarted = await startGalley({}, { env })
    const { close } = instance
    instance = { ...restarted, close }
    await instance.galley.settled()
  }

  /** Starts the writer on the test's database and kills it at a random moment after its first save, if it has no aim. */
  async function runUntilKilled(plan: Plan): Promise<string[]> {
    const writer = startWriter({ compiled, env: instance.env, plan })
    try {
      await writer.says(/^op /m, WRITER_AT_MOST_MS)
      const after = plan.aim ? LONGEST_MS : Math.random() * LONGEST_MS
      const timer = setTimeout(() => writer.child.kill('SIGKILL'), after)
      const how = await writer.ended
      clearTimeout(timer)
      if (how !== 'SIGKILL') throw new Error(`The writer ended by itself (${how}):\n${writer.account()}`)
      return writer.lines().filter((line) => line !== 'SIGKILL')
    } finally {
      writer.child.kill('SIGKILL')
    }
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
    const { body } = await request(instance.app).get(`/v1/${type}/${row.slug}`).expect(200)
    expect(body.data.summary).toBe(`Mark ${live}`)
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

/** Where the kill fell, by the last that the writer said. */
function placeOf(lines: string[]): string {
  const [verb, what = ''] = (lines.at(-1) ?? '').split(' ')
  const isSaving = lines.findLast((line) => /^(op|ack|life|lived) /.test(line))?.match(/^(op|life)/) !== null
  if (what === 'publications') return `in a publication: ${verb === 'write' ? 'at' : 'after'} its append`
  if (what === 'ledger-cursors')
    return `in a publication: ${verb === 'write' ? 'at' : 'after'} a cursor’s step`
  if (verb === 'write' || verb === 'wrote')
    return `in a publication: ${verb === 'write' ? 'at' : 'after'} a write of ${what}`
  if (what === 'publish') return `in a publication: ${AT[verb ?? '']} transaction`
  if (what === 'save') return `in a save: ${AT[verb ?? '']} transaction`
  return isSaving ? 'in a save: no transaction' : 'between two saves'
}

const AT: { [verb: string]: string } = {
  before: 'waiting for its',
  begin: 'in its',
  commit: 'at the COMMIT of its',
  end: 'after the COMMIT of its',
}

/** As SQLite itself sees the file that the dead process left. */
async function checkFile(url: string): Promise<void> {
  const client = createClient({ url })
  const integrity = await client.execute('PRAGMA integrity_check')
  const keys = await client.execute('PRAGMA foreign_key_check')
  client.close()
  expect([integrity.rows.map((row) => row.integrity_check), keys.rows]).toEqual([['ok'], []])
}

async function editByHand(
  { payload, admin }: TestGalley,
  { itemId, text }: { itemId: string; text: string },
) {
  const [draft] = await draftsOf(payload, itemId)
  await admin.post(`/api/linkedin-drafts/${draft?.id}/edit`).send({ hash: draft?.hash, text }).expect(200)
}
