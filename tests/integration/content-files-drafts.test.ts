/** An import beside people who write: whose words are where afterwards. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { examine } from '../../src/content-files/examine.ts'
import { saveStub } from '../../src/content-files/save.ts'
import { article, findBySlug, newScratch, take } from '../support/content-set.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'

describe.skipIf(databaseUrl() === null)('an import beside people who write', () => {
  let galley: TestGalley
  let scratch: Awaited<ReturnType<typeof newScratch>>

  beforeAll(async () => {
    scratch = await newScratch()
    galley = await startGalley()
  })
  afterEach(() => vi.restoreAllMocks())
  afterAll(async () => {
    await galley?.close()
    await scratch?.remove()
  })

  const file = (slug: string, more: string, text?: string) =>
    scratch.set({ [`articles/${slug}.md`]: article(slug, more, text) })
  const colleagueSaves = async (slug: string, data: object, draft = true) => {
    const { id } = await findBySlug(galley.payload, 'articles', slug)
    await galley.payload.update({
      collection: 'articles',
      id,
      data: { ...data, _status: draft ? 'draft' : 'published' } as never,
      draft: draft as never,
    })
  }
  const versionsOf = async (slug: string) => {
    const { id } = await findBySlug(galley.payload, 'articles', slug)
    const where = { parent: { equals: id } }
    const { docs } = await galley.payload.findVersions({ collection: 'articles', where, limit: 0, depth: 0 })
    return docs.map(({ version }) => (version as { summary?: string }).summary)
  }
  /** Somebody saves in the moment between an import's reading and its writing. */
  const inBetween = (save: () => Promise<void>) => {
    const update = galley.payload.update.bind(galley.payload)
    vi.spyOn(galley.payload, 'update').mockImplementationOnce((async (options: never) => {
      await save()
      return update(options)
    }) as never)
  }

  it('never publishes over a newer draft: nothing of the document changes, and it says so', async () => {
    const { payload } = galley
    await take(payload, await file('live', 'summary: Public\n'), { publish: true })
    await colleagueSaves('live', { summary: 'Half done' })
    const before = [await findBySlug(payload, 'articles', 'live', false), await versionsOf('live')]
    const message =
      /^articles\/live\.md:\d+: not published: this article has a newer draft in the database, with another summary\. Publish or discard that draft in the admin, or import without --publish to put this file into it, then import again$/
    for (const [more, publish] of [
      ['summary: Mine\n', true],
      ['summary: Public\n', true],
      ['status: published\nsummary: Mine\n', false],
      ['noIndex: true\n', true],
    ] as const) {
      const { errors, failed } = await take(payload, await file('live', more), { publish })
      expect([failed, errors]).toEqual([
        1,
        [expect.stringMatching(/live\.md:\d+: not published: this article/)],
      ])
      if (more === 'summary: Mine\n') expect(errors[0]).toMatch(message)
    }
    expect([await findBySlug(payload, 'articles', 'live', false), await versionsOf('live')]).toEqual(before)
  })

  it('puts a draft over a colleague’s draft only as a new version, and says which', async () => {
    const { payload } = galley
    await take(payload, await file('kept', 'summary: Public\n'), { publish: true })
    expect((await take(payload, await file('kept', 'summary: First draft\n'))).kept).toEqual([])
    await colleagueSaves('kept', { summary: 'A colleague’s' })
    const result = await take(payload, await file('kept', 'summary: Mine\n'))
    expect(result).toMatchObject({ updated: 1, kept: ['articles/kept'] })
    expect(await versionsOf('kept')).toEqual(expect.arrayContaining(['Mine', 'A colleague’s', 'Public']))
    expect(await findBySlug(payload, 'articles', 'kept', false)).toMatchObject({ summary: 'Public' })
  })

  it.each([
    ['draft', false],
    ['publication', true],
  ])('refuses its %s when somebody saves in that very moment', async (_what, publish) => {
    const { payload } = galley
    const slug = `race-${publish}`
    await take(payload, await file(slug, 'summary: Public\n'), { publish: true })
    inBetween(() => colleagueSaves(slug, { summary: 'A colleague’s' }))
    const folder = await file(slug, 'summary: Mine\n')
    const { errors, updated, failed } = await take(payload, folder, { publish })
    expect([updated, failed]).toEqual([0, 1])
    expect(errors).toEqual([
      `articles/${slug}.md:1: somebody else has saved this document at the same time: nothing was changed, import again`,
    ])
    expect(await findBySlug(payload, 'articles', slug)).toMatchObject({ summary: 'A colleague’s' })
    expect(await findBySlug(payload, 'articles', slug, false)).toMatchObject({ summary: 'Public' })
    // Again: as a draft it goes over it, as a publication it does not.
    expect(await take(payload, folder, { publish })).toMatchObject(publish ? { failed: 1 } : { updated: 1 })
  })

  it('completes what a killed import has left half-made', async () => {
    const { payload } = galley
    const folder = await scratch.set({
      'articles/a.md': article('cut-a', 'faqs: [cut-f]\nsummary: S\n', '[f](../faqs/cut-f.md)'),
      'faqs/f.md': '---\ntype: faq\nslug: cut-f\nquestion: F?\n---\n\n[a](../articles/cut-a.md)\n',
    })
    const { sound, desk } = await examine({ payload, paths: [folder] })
    for (const one of sound) await saveStub(one, desk)
    expect(await findBySlug(payload, 'articles', 'cut-a')).toMatchObject({ _status: 'draft' })
    const result = await take(payload, folder, { publish: true })
    expect(result).toMatchObject({ errors: [], updated: 2 })
    expect(await take(payload, folder, { publish: true })).toMatchObject({ unchanged: 2 })
    const [faq, whole] = [
      await findBySlug(payload, 'faqs', 'cut-f'),
      await findBySlug(payload, 'articles', 'cut-a'),
    ]
    expect(whole).toMatchObject({ _status: 'published', faqs: [faq?.id], body: expect.anything() })
  })
})
