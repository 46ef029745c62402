import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileTypes } from '../../src/content-files/content-types.ts'
import { type ImportOptions, previewImport, printPreview } from '../../src/content-files/index.ts'
import { article, findBySlug, newScratch, shorten, take } from '../support/content-set.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'

const FULL = path.resolve('tests/fixtures/content/full')
const HALL = path.join(FULL, 'images/hall.jpg')

describe.skipIf(databaseUrl() === null)('a dry run', () => {
  let galley: TestGalley
  let scratch: Awaited<ReturnType<typeof newScratch>>

  beforeAll(async () => {
    scratch = await newScratch()
    galley = await startGalley()
  })
  afterAll(async () => {
    await galley?.close()
    await scratch?.remove()
  })

  async function preview(folder: string, options: Partial<ImportOptions> = {}) {
    const result = await previewImport({
      payload: galley.payload,
      paths: [folder],
      publish: false,
      ...options,
    })
    const [text = ''] = shorten([printPreview(result)], folder)
    return { ...result, errors: shorten(result.errors, folder), text }
  }

  const CLOCKED = ['ledger-meta', 'deploy-hook-calls']
  /**
   * Every row and version of everything, the ledger's head, and every file that was uploaded; not what the clock moves:
   * the worker notes every few seconds that it lives, and what is due of the deploy hook.
   */
  async function everything() {
    const { payload, env } = galley
    await galley.galley.settled()
    const found: { [name: string]: unknown } = {}
    for (const { slug, versions } of payload.config.collections) {
      if (slug.startsWith('payload-') || CLOCKED.includes(slug)) continue
      const all = { limit: 0, pagination: false, depth: 0, trash: true } as const
      found[slug] = (await payload.find({ collection: slug as CollectionSlug, ...all })).docs
      if (versions)
        found[`${slug} versions`] = (
          await payload.findVersions({ collection: slug as CollectionSlug, ...all })
        ).docs
    }
    for (const folder of [env.uploadsDir, env.renditionsDir]) {
      found[folder] = (await readdir(folder, { recursive: true }).catch(() => [])).sort()
    }
    return JSON.stringify(found)
  }

  it('says what would be made, changed and left, and changes nothing', async () => {
    const picture = await readFile(HALL)
    const before = await scratch.set({
      'articles/a.md': article('dry-a', 'summary: Old words\n'),
      'articles/b.md': article('dry-b', 'status: published\n'),
      'articles/c.md': article('dry-c', 'status: published\n'),
      'articles/d.md': article('dry-d'),
    })
    await take(galley.payload, before)
    const folder = await scratch.set({
      'articles/a.md': article(
        'dry-a',
        'summary: New words\ntopics: [dry-t]\npublishedAt: 2026-03-01\n',
        'More.',
      ),
      'articles/b.md': article('dry-b', 'status: published\nnoIndex: true\n'),
      'articles/c.md': article('dry-c', 'status: published\n'),
      'articles/d.md': article('dry-d'),
      'articles/e.md': article(
        'dry-e',
        'image: { src: ../images/new.jpg, alt: A }\n',
        '[d](dry-d.md) [a](dry-a.md)',
      ),
      'topics/t.md': '---\ntype: topic\nslug: dry-t\nname: T\n---\n',
      'images/new.jpg': Buffer.concat([picture, Buffer.from('dry')]),
    })
    const state = await everything()
    const { text, files, failed } = await preview(folder)
    expect(text).toBe(`would create topics/t.md (draft)
would update articles/a.md: summary "Old words" → "New words", topics, publishedAt nothing → "2026-03-01T00:00:00Z", body
would update articles/b.md: noIndex false → true
would create articles/e.md (draft)
would upload new.jpg
would create 2, would update 2, unchanged 2, would fail 0
This was a dry run: nothing was changed.
`)
    expect([files.length, failed]).toEqual([6, 0])
    expect(await everything()).toBe(state)

    const published = await preview(folder, { publish: true })
    expect(published.text).toContain('would update articles/d.md: status draft → published')
    expect(published.text).toContain('would create topics/t.md (published)')
    expect(await everything()).toBe(state)

    // And it is what then happens.
    const result = await take(galley.payload, folder)
    expect(result).toMatchObject({ created: 2, updated: 2, unchanged: 2, failed: 0 })
    expect(result.pictures).toHaveLength(1)
    expect((await preview(folder)).text).toContain(
      'would create 0, would update 0, unchanged 6, would fail 0',
    )
  })

  it('knows what is new in the set: circles, and what points to what would fail', async () => {
    const folder = await scratch.set({
      'articles/a.md': article('loop-a', 'faqs: [loop-f]\n', '[b](loop-b.md) [a](loop-a.md)'),
      'articles/b.md': article('loop-b', '', '[a](loop-a.md)'),
      'faqs/f.md': '---\ntype: faq\nslug: loop-f\nquestion: F?\n---\n\n[b](../articles/loop-b.md)\n',
    })
    const { text, errors } = await preview(folder, { publish: true })
    expect(errors).toEqual([])
    expect(text).toContain('would create 3, would update 0, unchanged 0, would fail 0')
  })

  it('finds what only a save finds out, on its line', async () => {
    const folder = await scratch.set({
      'role-families/f.md': '---\ntype: role-family\nslug: dry-family\nname: F\n---\n',
      'role-levels/w.md': '---\ntype: role-level\nslug: dw1\ncode: DW1\n---\n',
      'role-profiles/weak.md':
        '---\ntype: role-profile\nslug: dry-weak\ntitle: Weak\nfamily: dry-family\nlevel: dw1\nprofileVersion: 1\nprovenance:\n  sourceCount: 1\n  scores: { Focus: 3.5 }\n---\n',
      'topics/t.md': '---\ntype: topic\nslug: nameless\n---\n',
      'articles/a.md': article('dry-points', 'topics: [nameless]\n'),
      'articles/b.md': article('dry-broken', 'sumary: x\n'),
    })
    const state = await everything()
    const dry = await preview(folder, { publish: true })
    expect(dry.errors).toEqual([
      'articles/a.md:5: topics/nameless did not go in: mend it first',
      expect.stringMatching(/^articles\/b\.md:5: unknown key "sumary"/),
      expect.stringMatching(/^role-profiles\/weak\.md:10: .*"Focus" scores 3\.5/),
      expect.stringMatching(/^topics\/t\.md:1: "name": /),
    ])
    expect(dry.failed).toBe(4)
    expect(dry.text).toContain('would create 2, would update 0, unchanged 0, would fail 4')
    expect(await everything()).toBe(state)
    const real = await take(galley.payload, folder, { publish: true })
    expect(real.errors).toEqual(dry.errors)
  })

  it('refuses to publish over a newer draft, as the import does', async () => {
    const folder = await scratch.set({ 'articles/o.md': article('dry-over', 'summary: Mine\n') })
    await take(galley.payload, folder, { publish: true })
    const { id } = await findBySlug(galley.payload, 'articles', 'dry-over')
    await galley.payload.update({
      collection: 'articles',
      id,
      data: { summary: 'Half done', _status: 'draft' } as never,
      draft: true as never,
    })
    const state = await everything()
    const dry = await preview(folder, { publish: true })
    expect(dry.errors).toEqual([
      expect.stringMatching(/^articles\/o\.md:5: not published: this article has a newer draft.*summary/),
    ])
    expect((await take(galley.payload, folder, { publish: true })).errors).toEqual(dry.errors)
    expect(await everything()).toBe(state)
  })

  it('stops when it is told to', async () => {
    const folder = await scratch.set({ 'articles/s.md': article('dry-stopped') })
    expect(await preview(folder, { signal: AbortSignal.abort() })).toMatchObject({ left: 1, files: [] })
  })

  it('covers every type of file', async () => {
    const { text, errors } = await preview(FULL)
    expect(errors).toEqual([])
    expect(text).toMatch(/would create \d+, would update 0, unchanged 0, would fail 0/)
    for (const { collection } of fileTypes) expect(text).toContain(` ${collection}/`)
  })
})
