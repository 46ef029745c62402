/** The LinkedIn desk over HTTP: who may do what, what is refused and how, previews, exports, reminders. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { watchPlannedPosts } from '../../src/planned-posts.ts'
import { type Ask, everybody, readTable, refusalFor, roles } from '../support/access-table.ts'
import { type DeskDraft, draftsOf, words } from '../support/desk.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { startSmtp } from '../support/smtp.ts'
import { paragraphs } from '../support/text.ts'

const TABLE = readTable(`
operation   | admin | editor | author | reader | nobody
edit        | yes   | yes    | yes    | no     | no
renew       | yes   | yes    | yes    | no     | no
further     | yes   | yes    | yes    | no     | no
approve-all | yes   | yes    | no     | no     | no
approve     | yes   | yes    | no     | no     | no
posted      | yes   | yes    | no     | no     | no
withdraw    | yes   | yes    | no     | no     | no
reopen      | yes   | yes    | no     | no     | no
preview     | yes   | yes    | yes    | no     | no
export      | yes   | yes    | yes    | yes    | no
`)

describe.skipIf(databaseUrl() === null)('the LinkedIn desk', () => {
  let instance: TestGalley
  let smtp: Awaited<ReturnType<typeof startSmtp>>
  let ask: Ask
  beforeAll(async () => {
    smtp = await startSmtp()
    instance = await startGalley({ SMTP_URL: smtp.url, MAIL_FROM: 'cms@galley.test' })
    ask = await everybody(instance)
  })
  afterAll(async () => {
    await instance?.close()
    await smtp?.close()
  })

  let count = 0
  const article = (more: object = {}) => ({
    title: `Street ${++count}`,
    body: paragraphs(words('First')),
    ...more,
  })
  async function start(more: object = {}): Promise<DeskDraft> {
    const data = { ...article(more), _status: 'published' } as never
    const { uid } = (await instance.payload.create({ collection: 'articles', data })) as { uid: string }
    await instance.galley.settled()
    return (await draftsOf(instance.payload, `articles:${uid}`))[0] as DeskDraft
  }
  const url = (rest: string) => `/api/linkedin-drafts/${rest}`
  const send = (rest: string, body: object, who: (typeof roles)[number] = 'admin') =>
    ask(who, { method: 'post', url: url(rest), body })
  const now = async ({ id }: Pick<DeskDraft, 'id'>) =>
    (await instance.admin.get(url(`${id}`)).expect(200)).body as DeskDraft
  const approved = async (body: object = {}) => {
    const { id, hash } = await start()
    const edited = await send(`${id}/edit`, { hash, ...body }).expect(200)
    return (await send(`${id}/approve`, { hash: edited.body.doc.hash }).expect(200)).body.doc as DeskDraft
  }

  it('lets authors edit, editors approve and post, and readers read', async () => {
    const main = await start()
    for (const [operation, allowed] of TABLE) {
      const draft: DeskDraft = (await send(`${main.id}/further`, {}).expect(201)).body.doc
      if (operation === 'reopen') await send(`${draft.id}/withdraw`, { hash: draft.hash }).expect(200)
      const done: number[] = []
      for (const who of [...roles].reverse()) {
        const before = await now(draft)
        const body = { hash: before.hash, ids: [], collection: 'articles', data: article() }
        const isOne = !['approve-all', 'preview', 'export'].includes(operation)
        const answer =
          operation === 'export'
            ? await ask(who, { method: 'get', url: url('export?format=json') })
            : await send(isOne ? `${draft.id}/${operation}` : operation, body, who)
        if (allowed.get(who)) {
          // What somebody did before cannot be done twice: that is no matter of who asks.
          expect([operation, who, answer.status]).toEqual([operation, who, expect.toBeOneOf([200, 201, 409])])
          done.push(answer.status)
        } else {
          expect([operation, who, answer.status]).toEqual([operation, who, refusalFor(who)])
          expect(answer.type).toBe('application/problem+json')
          expect(await now(draft)).toEqual(before)
        }
      }
      expect([operation, done[0]]).toEqual([operation, operation === 'further' ? 201 : 200])
    }
    const own = await approved()
    const edit = await send(`${own.id}/edit`, { hash: own.hash, text: 'Not mine' }, 'author')
    expect([edit.status, (await now(own)).text]).toEqual([403, own.text])
  })

  it('says what is wrong, with the draft as it is', async () => {
    const draft = await start()
    const stale = await send(`${draft.id}/edit`, { hash: 'of yesterday', text: 'x' }).expect(409)
    expect(stale.type).toBe('application/problem+json')
    expect(stale.body).toMatchObject({
      detail: expect.stringMatching(/changed meanwhile/),
      doc: { hash: draft.hash },
    })
    const wrong = [
      { text: 7 },
      { chosen: 9 },
      { postAs: 'people:nobody' },
      { format: 'film' },
      { plannedFor: 'soon' },
    ]
    for (const body of wrong) await send(`${draft.id}/edit`, { hash: draft.hash, ...body }).expect(400)
    await send(`${draft.id}/edit`, { text: 'No hash' }).expect(400)
    await send(`${draft.id}/posted`, { hash: draft.hash, url: 'javascript:alert(1)' }).expect(400)
    await send('000000000000000000000000/edit', { hash: draft.hash }).expect(404)
    expect(await now(draft)).toMatchObject({ hash: draft.hash, text: draft.text })

    const edited = (await send(`${draft.id}/edit`, { hash: draft.hash, text: 'By hand' }).expect(200)).body
      .doc
    await send(`${draft.id}/renew`, { hash: edited.hash }).expect(409)
    const again = await send(`${draft.id}/renew`, { hash: edited.hash, force: true }).expect(200)
    expect(again.body.doc).toMatchObject({ text: draft.text, edited: false, hash: draft.hash })
  })

  it('approves many, each by itself', async () => {
    const [one, two] = [await start(), await approved()]
    const { body } = await send('approve-all', { ids: [one.id, two.id, 'x'] }).expect(200)
    expect(body).toMatchObject({ approved: 1, refused: [{ id: two.id }, { id: 'x' }] })
    expect((await now(one)).state).toBe('approved')
  })

  it('shows what publishing would make of a form, and keeps nothing', async () => {
    const person = await instance.payload.create({
      collection: 'people',
      data: { name: 'Mia Østergård', _status: 'published' } as never,
    })
    await instance.galley.settled()
    const count = async () => (await instance.payload.count({ collection: 'linkedin-drafts' })).totalDocs
    const before = await count()
    const data = article({ authors: [person.id], body: paragraphs(words('Unsaved')) })
    const shown = await send('preview', { collection: 'articles', data }).expect(200)
    const postAs = `people:${(person as { uid?: string }).uid}`
    expect(shown.body).toMatchObject({ ok: true, post: { author: 'Mia Østergård', postAs } })
    expect(shown.body.post.text).toContain('Unsaved')
    const short = { collection: 'articles', data: { title: 'Short', body: paragraphs('Too short.') } }
    expect((await send('preview', short).expect(200)).body).toMatchObject({
      ok: false,
      reason: /only/,
    } as never)
    const out = { collection: 'articles', data: { ...data, channels: { linkedin: { include: 'no' } } } }
    expect((await send('preview', out).expect(200)).body.ok).toBe(false)
    await send('preview', { collection: 'users', data: {} }).expect(400)
    expect(await count()).toBe(before)
  })

  it('exports what is approved in a range of days, for Buffer, for Hootsuite and for people', async () => {
    await approved({ text: 'Too early', plannedFor: '2031-01-01T00:00:00Z' })
    await approved({ text: '=HYPERLINK("http://evil.test")', plannedFor: '2031-05-04T06:31:00Z' })
    await approved({
      text: 'Says "this",\nand ```that```',
      plannedFor: '2031-05-05T23:30:00Z',
      format: 'text',
    })
    const draft = await start()
    await send(`${draft.id}/edit`, { hash: draft.hash, plannedFor: '2031-05-04T06:31:00Z' }).expect(200)
    const get = async (format: string) =>
      (
        await ask('reader', {
          method: 'get',
          url: url(`export?format=${format}&from=2031-05-04&to=2031-05-05&zone=Europe/Copenhagen`),
        }).expect(200)
      ).text
    expect(await get('buffer')).toBe(
      '"Text","Image URL","Tags","Posting Time"\r\n' +
        '"\'=HYPERLINK(""http://evil.test"")","","","2031-05-04 08:31"\r\n' +
        '"Says ""this"",\nand ```that```","","","2031-05-06 01:30"\r\n',
    )
    const lines = (await get('hootsuite')).split('\r\n')
    expect(lines[0]).toMatch(/^"05\/04\/2031 08:35","'=HYPERLINK.*","http:\/\/www\.test\/articles\//)
    const { posts } = JSON.parse(await get('json'))
    expect(posts.map(({ plannedFor }: DeskDraft) => plannedFor)).toEqual([
      '2031-05-04T06:31:00.000Z',
      '2031-05-05T23:30:00.000Z',
    ])
    expect(await get('markdown')).toContain('````text\nSays "this",\nand ```that```\n````')
    for (const wrong of ['format=pdf', 'format=json&from=soon', 'format=buffer&zone=Mars'])
      await ask('reader', { method: 'get', url: url(`export?${wrong}`) }).expect(400)
    const empty = await ask('reader', { method: 'get', url: url('export?format=hootsuite&from=2040-01-01') })
    expect([empty.status, empty.body.detail]).toEqual([400, expect.stringContaining('approve and plan one')])
  })

  it('mails once when a planned post is due, whoever looks, and again when it is moved', async () => {
    const draft = await approved({ plannedFor: '2032-02-01T08:00:00Z' })
    const clocks = [watchPlannedPosts(instance.payload), watchPlannedPosts(instance.payload)]
    const look = (time: string) => Promise.all(clocks.map((clock) => clock.look(new Date(time))))
    const mails = () => smtp.mails.filter(({ text }) => text.includes(`/linkedin-drafts/${draft.id}`))
    await look('2032-02-01T07:59:00Z')
    expect(mails()).toEqual([])
    await look('2032-02-01T08:00:00Z')
    await look('2032-02-01T08:01:00Z')
    expect(mails().map(({ to }) => to)).toEqual([['editor@galley.test']])
    const { hash } = await now(draft)
    await send(`${draft.id}/edit`, { hash, plannedFor: '2032-02-02T08:00:00Z' }).expect(200)
    await look('2032-02-02T08:00:00Z')
    expect(mails()).toHaveLength(2)
  })
})
