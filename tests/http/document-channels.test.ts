import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { paragraphs } from '../support/text.ts'
import { signIn } from '../support/users.ts'

describe.skipIf(databaseUrl() === null)('GET /api/{type}/{id}/channels', () => {
  let instance: TestGalley
  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  const make = (title: string, more: object = {}) =>
    instance.payload.create({
      collection: 'articles',
      data: {
        title,
        body: paragraphs(
          'Roots need air as much as they need water, and a paved street gives them neither. ' +
            'Three cities measured what happened when they opened the ground around their trees again.',
        ),
        _status: 'published',
        ...more,
      } as never,
    })
  const ask = async (id: number | string) => {
    await instance.galley.settled()
    return (await instance.admin.get(`/api/articles/${id}/channels`).expect(200)).body
  }

  it('answers nobody anonymous, and everybody who may read the document', async () => {
    const { id } = await make('Asked for')
    const url = `/api/articles/${id}/channels`
    const refused = await request(instance.app).get(url).expect(401)
    expect(refused.type).toBe('application/problem+json')
    const token = await signIn(instance.payload, 'reader@galley.test', 'reader')
    await request(instance.app).get(url).set('Authorization', `JWT ${token}`).expect(200)
    const missing = await instance.admin.get('/api/articles/999999/channels').expect(404)
    expect(missing.type).toBe('application/problem+json')
  })

  it('follows a document from a draft onto the channels, behind a newer draft, and off again', async () => {
    const { payload } = instance
    const { id } = await make('Before', { _status: 'draft' })
    expect(await ask(id)).toMatchObject({ isLive: false, last: null, channels: [], isUnderWay: false })

    await payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    const live = await ask(id)
    expect(live).toMatchObject({ isLive: true, last: { action: 'published' }, draft: null })
    expect(live.since).toBe(live.last.recordedAt)
    const states = Object.fromEntries(live.channels.map((each: { channel: string }) => [each.channel, each]))
    const arrived = { isLive: true, isBehind: false, error: '' }
    expect(states.delivery).toMatchObject({
      ...arrived,
      places: [
        { name: 'Website', url: 'http://www.test/articles/before' },
        { name: 'API', url: 'http://cms.test/v1/articles/before' },
      ],
    })
    expect(states.feeds).toMatchObject({
      ...arrived,
      places: expect.arrayContaining([expect.objectContaining({ url: 'http://cms.test/feeds/rss.xml' })]),
    })
    const draft = states.linkedin.places[0]
    expect(states.linkedin).toMatchObject({ ...arrived, note: 'Ready to be posted.' })
    await instance.admin.get(`/api/${draft.collection}/${draft.id}`).expect(200)

    await instance.admin
      .patch(`/api/articles/${id}?draft=true`)
      .send({ title: 'Nobody sees this', _status: 'draft' })
      .expect(200)
    const behind = await ask(id)
    expect(behind).toMatchObject({ isLive: true, since: live.since, draft: { by: 'first@galley.test' } })

    await payload.update({ collection: 'articles', id, data: { _status: 'draft' } })
    const off = await ask(id)
    expect(off).toMatchObject({ isLive: false, since: '', last: { action: 'unpublished' } })
    expect(off.channels.map(({ isLive }: { isLive: boolean }) => isLive)).not.toContain(true)
  })

  it('says why a channel leaves the document out, and what holds a channel up', async () => {
    const { payload } = instance
    const { id } = await make('Not in the feeds', { channels: { feeds: { include: 'no' } } })
    const left = (await ask(id)).channels.find(({ channel }: { channel: string }) => channel === 'feeds')
    expect(left).toMatchObject({ isLive: false, isBehind: false, places: [] })
    expect(left.note).toMatch(/Left out/)

    await instance.galley.stop()
    await payload.db.updateOne({
      collection: 'ledger-cursors',
      where: { consumer: { equals: 'feeds' } },
      data: { seq: 0, error: 'The printer is on fire.', failures: 3 },
    })
    const { body } = await instance.admin.get(`/api/articles/${id}/channels`).expect(200)
    const states = Object.fromEntries(body.channels.map((each: { channel: string }) => [each.channel, each]))
    expect(states.feeds).toMatchObject({ isBehind: true, error: 'The printer is on fire.' })
    expect(states.delivery).toMatchObject({ isLive: true, isBehind: false, error: '' })
  })
})
