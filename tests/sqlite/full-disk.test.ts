/** A disk that is full, as SQLite meets it: no page can be added. */
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startGalley, type TestGalley } from '../support/galley.ts'
import { wholeLedger } from '../support/ledger.ts'
import { paragraphs } from '../support/text.ts'

type Statements = { execute(sql: string): Promise<{ rows: { [column: string]: unknown }[] }> }

describe('a full disk', () => {
  let instance: TestGalley

  beforeAll(async () => {
    instance = await startGalley({ RECONCILE_SECONDS: '1' })
  })
  afterAll(() => instance?.close())

  /** No page beyond those there are, and `free` more; null: as many as it takes. */
  async function limitPages(free: number | null) {
    const { writer } = instance.payload.db as unknown as { writer: Statements }
    const answer = await writer.execute('PRAGMA page_count')
    const count = Number(Object.values(answer.rows[0] ?? {})[0])
    await writer.execute(`PRAGMA max_page_count = ${free === null ? 1_000_000_000 : count + free}`)
  }

  const post = (title: string) =>
    instance.admin
      .post('/api/articles')
      .send({ title, body: paragraphs('Words. '.repeat(4_000)), _status: 'published' })

  it('is told to the editor, leaves nothing half-done in public, and heals when there is room', async () => {
    await post('Before').expect(201)
    await instance.galley.settled()
    const read = async () => [
      (await request(instance.app).get('/feeds/rss.xml').expect(200)).text,
      (await request(instance.app).get('/v1/articles').expect(200)).text,
    ]
    const [before, ledger] = [await read(), await wholeLedger(instance.payload)]

    await limitPages(0)
    const refused = await post('In vain').expect(507)
    expect(refused.body.detail).toBe(
      'The disk of the database is full: nothing was changed. Make room, and try again.',
    )
    expect(await instance.payload.count({ collection: 'articles' })).toMatchObject({ totalDocs: 1 })

    // Room for the document, and none for what follows from it, which is several times as long.
    let free = 0
    let status = 507
    while (status === 507) {
      free += 8
      await limitPages(free)
      status = (await post('Half-way')).status
    }
    expect(status).toBe(201)
    // What was saved is looked at, in vain.
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await wholeLedger(instance.payload)).toEqual(ledger)
    expect(await read()).toEqual(before)
    await request(instance.app).get('/readyz').expect(200)

    await limitPages(null)
    await expect.poll(async () => (await read())[0], { timeout: 60_000 }).toContain('Half-way')
    await expect.poll(async () => (await read())[1]).toContain('Half-way')
  })
})
