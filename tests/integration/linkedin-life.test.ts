/** The life of a LinkedIn draft where a database can get it wrong: replays, two processes, two people, a person and the channel. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLast } from '../../pipelines/ledger/read.ts'
import { type DeskDraft, draftsOf, tell, words } from '../support/desk.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { paragraphs } from '../support/text.ts'

/** In which a save that nothing holds up would be through, in ms. */
const A_MOMENT = 80

describe.skipIf(databaseUrl() === null)('a LinkedIn draft', () => {
  let one: TestGalley
  let other: TestGalley
  beforeAll(async () => {
    // No channel runs by itself: the tests hand over the entries.
    one = await startGalley({ ROLE: 'web' })
    other = await startGalley({ ROLE: 'web' }, one)
  })
  afterAll(async () => {
    await other?.close()
    await one?.close()
  })

  let count = 0
  async function publish(): Promise<string> {
    const title = `Street ${++count}`
    const body = paragraphs(words('First'))
    const data = { title, body, _status: 'published' } as never
    const { uid } = (await one.payload.create({ collection: 'articles', data })) as { uid: string }
    const itemId = `articles:${uid}`
    await expect.poll(() => readLast(one.payload, itemId), { timeout: 60_000, interval: 10 }).not.toBeNull()
    return itemId
  }
  const main = async (itemId: string) => (await draftsOf(one.payload, itemId))[0] as DeskDraft
  const save = (draft: Pick<DeskDraft, 'id' | 'hash'>, what: string, body: object = {}) =>
    other.admin.post(`/api/linkedin-drafts/${draft.id}/${what}`).send({ hash: draft.hash, ...body })
  async function start() {
    const itemId = await publish()
    await tell(one.payload, itemId)
    return { itemId, draft: await main(itemId) }
  }

  it('is made once for an item, however often and from wherever it is told', async () => {
    const itemId = await publish()
    const payloads = [one.payload, other.payload]
    await Promise.all(Array.from({ length: 8 }, (_, n) => tell(payloads[n % 2] ?? one.payload, itemId)))
    const first = await draftsOf(one.payload, itemId)
    expect(first).toHaveLength(1)
    await tell(other.payload, itemId)
    expect(await draftsOf(one.payload, itemId)).toEqual(first)
  })

  it('follows the content until a person edits it; then it is marked, with the newest beside it', async () => {
    const { itemId, draft } = await start()
    await tell(one.payload, itemId, { seq: 1, mark: 'Second' })
    const followed = await main(itemId)
    expect(followed.text).toContain('Second')
    expect(followed.hash).not.toBe(draft.hash)

    expect((await save(draft, 'edit', { text: 'Over old words' })).status).toBe(409)
    const saved = await save(followed, 'edit', { text: 'By hand (1)', firstComment: 'Look' })
    expect([saved.status, saved.body.doc]).toMatchObject([200, { text: 'By hand (1)', edited: true }])
    expect(saved.body.doc).toMatchObject({
      apiText: 'By hand \\(1\\)',
      characterCount: 11,
      hook: 'By hand (1)',
    })

    await tell(one.payload, itemId, { seq: 2, mark: 'Third' })
    const marked = await main(itemId)
    expect(marked).toMatchObject({ text: 'By hand (1)', stale: true, hash: saved.body.doc.hash })
    expect(marked.newest?.text).toContain('Third')
    await tell(one.payload, itemId, { seq: 3, mark: 'Second' })
    expect(await main(itemId)).toMatchObject({ text: 'By hand (1)', stale: false, newest: null })
  })

  it('loses no edit when the content changes at the same moment, whoever comes first', async () => {
    const { itemId } = await start()
    const { payload } = one
    const rounds = databaseName === 'sqlite' ? 6 : 4
    const seen = { kept: 0, refused: 0 }
    for (let round = 1; round <= rounds; round++) {
      const before = await main(itemId)
      const [answer] = await Promise.all([
        save(before, 'edit', { text: `Edit ${round}` }),
        new Promise((resolve) => setTimeout(resolve, Math.random() * 15)).then(() =>
          tell(payload, itemId, { seq: round, mark: `Change ${round}` }),
        ),
      ])
      const after = await main(itemId)
      seen[answer.status === 200 ? 'kept' : 'refused'] += 1
      if (answer.status === 200) {
        expect(after).toMatchObject({ text: `Edit ${round}`, edited: true, stale: true })
        await save(after, 'renew', { force: true }).expect(200)
        // What is in the ledger is older here than what the channel was told.
        await tell(payload, itemId, { seq: round + 0.5, mark: `Change ${round}` })
      } else {
        expect([answer.status, answer.body.doc.text]).toEqual([409, after.text])
        expect(after).toMatchObject({ edited: false, stale: false })
        expect(after.text).toContain(`Change ${round}`)
      }
    }
    expect(seen.kept + seen.refused).toBe(rounds)
  })

  it('keeps an edit that comes between the channel’s reading and its writing', async () => {
    const { itemId, draft } = await start()
    const { findOne } = one.payload.db
    let saving: Promise<{ status: number }> | undefined
    one.payload.db.findOne = (async (args: never) => {
      const found = await findOne.call(one.payload.db, args)
      if ((args as { collection: string }).collection === 'linkedin-drafts' && !saving) {
        saving = save(draft, 'edit', { text: 'In between' }).then(({ status }) => ({ status }))
        // On SQLite the channel’s transaction holds the save up.
        const isHeldUp = databaseName === 'sqlite'
        await (isHeldUp ? new Promise((resolve) => setTimeout(resolve, A_MOMENT)) : saving)
      }
      return found
    }) as typeof findOne
    try {
      await tell(one.payload, itemId, { seq: 1, mark: 'Meanwhile' })
    } finally {
      one.payload.db.findOne = findOne
    }
    const status = (await saving)?.status
    const after = await main(itemId)
    // Held up, it then finds other words than it began from.
    if (databaseName === 'sqlite') expect(status).toBe(409)
    else expect([status, after.text, after.edited, after.stale]).toEqual([200, 'In between', true, true])
  })

  it('takes one of two people’s saves, and tells the other', async () => {
    const { itemId, draft } = await start()
    const answers = await Promise.all(['A', 'B', 'C'].map((text) => save(draft, 'edit', { text })))
    const [taken, ...more] = answers.filter(({ status }) => status === 200)
    expect([more, answers.filter(({ status }) => status === 409).length]).toEqual([[], 2])
    expect((await main(itemId)).text).toBe(taken?.body.doc.text)
  })

  it.each([
    ['approved', ['approve']],
    ['posted', ['approve', 'posted']],
  ])('%s: is never written over, goes with its source and comes back as it was', async (state, steps) => {
    const { itemId, draft } = await start()
    for (const step of steps)
      await save(await main(itemId), step, { url: 'https://www.linkedin.com/feed/update/1' }).expect(200)
    await tell(one.payload, itemId, { seq: 1, mark: 'Second' })
    expect(await main(itemId)).toMatchObject({ state, text: draft.text, stale: true })
    await tell(one.payload, itemId, { seq: 2, mark: null })
    const gone = await main(itemId)
    expect(gone).toMatchObject({ state: 'withdrawn', stateBefore: state, text: draft.text })
    expect(/delete it on LinkedIn/.test(gone.reason ?? '')).toBe(state === 'posted')
    await tell(one.payload, itemId, { seq: 3, mark: 'First' })
    expect(await main(itemId)).toMatchObject({ state, stateBefore: null, reason: '', text: draft.text })
  })

  it('stays withdrawn when a person withdrew it, until a person brings it back', async () => {
    const { itemId, draft } = await start()
    await save(draft, 'withdraw').expect(200)
    await tell(one.payload, itemId, { seq: 1, mark: null })
    await tell(one.payload, itemId, { seq: 2, mark: 'Second' })
    const still = await main(itemId)
    expect(still).toMatchObject({ state: 'withdrawn', reason: 'Withdrawn by first@galley.test.' })
    await save(still, 'reopen').expect(200)
    expect(await main(itemId)).toMatchObject({ state: 'draft', reason: '' })
  })

  it('has further posts that go and come back with it, and are no second automatic one', async () => {
    const { itemId, draft } = await start()
    const plannedFor = '2030-05-04T08:30:00.000Z'
    const made = await save(draft, 'further', { postAs: 'company', plannedFor }).expect(201)
    await save(draft, 'further').expect(201)
    expect(made.body.doc).toMatchObject({ furtherOf: itemId, itemId: null, state: 'draft', plannedFor })
    await tell(one.payload, itemId, { seq: 1, mark: null })
    const states = async () => (await draftsOf(one.payload, itemId)).map(({ state }) => state)
    expect(await states()).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
    await tell(one.payload, itemId, { seq: 2, mark: 'Second' })
    const back = await draftsOf(one.payload, itemId)
    expect(back.map(({ state, text }) => [state, text.includes('Second')])).toEqual(
      Array(3).fill(['draft', true]),
    )
    expect(back.filter((each) => each.itemId === itemId)).toHaveLength(1)
  })

  it('of an older Galley is taken on as it is', async () => {
    const { itemId, draft } = await start()
    const none = { hash: null, variants: null, basis: null, updatedAt: null }
    await one.payload.db.updateOne({ collection: 'linkedin-drafts', id: draft.id, data: none })
    const { body } = await one.admin.get(`/api/linkedin-drafts/${draft.id}`).expect(200)
    await save({ id: draft.id, hash: body.hash }, 'approve').expect(200)
    await tell(one.payload, itemId, { seq: 1, mark: 'Second' })
    expect(await main(itemId)).toMatchObject({ state: 'approved', text: draft.text, stale: true })
  })
})
