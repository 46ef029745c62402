/** What a crash without transactions leaves between a row and its version; each half is written by hand. */
import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { healVersions } from '../../database/heal-versions.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'

const isWithoutTransactions = databaseName === 'mongodb-standalone'

describe.skipIf(databaseUrl() === null)('a crash in the middle of a save', () => {
  let instance: TestGalley

  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  const create = async (data: { [field: string]: unknown } = {}) =>
    instance.payload.create({
      collection: 'articles',
      data: { title: `Article ${Math.random()}`, summary: 'Before', _status: 'published', ...data } as never,
    })
  const versionsOf = async (id: number | string) => {
    const where: Where = { parent: { equals: id } }
    const found = await instance.payload.db.findVersions({
      collection: 'articles',
      where,
      sort: '-updatedAt',
      pagination: false,
    })
    return found.docs as unknown as { id: number; latest?: boolean; version: { summary: string } }[]
  }
  const latestOf = async (id: number | string) =>
    (await versionsOf(id)).filter(({ latest }) => latest).map(({ version }) => version.summary)
  /** The row of a save whose version was never written. */
  const saveHalf = async (id: number | string) => {
    const data = { summary: 'Saved', updatedAt: new Date(Date.now() + 5).toISOString() }
    await instance.payload.db.updateOne({ collection: 'articles', id, data })
  }

  if (!isWithoutTransactions)
    it('is nothing to look for where there are transactions', async () => {
      const { id } = await create()
      await saveHalf(id)
      expect(await healVersions(instance.payload)).toEqual([])
      expect(await latestOf(id)).toEqual(['Before'])
    })

  if (isWithoutTransactions)
    describe('without transactions', () => {
      it('after the row, before its version: the next save starts from what was saved', async () => {
        const { id } = await create()
        await saveHalf(id)
        expect(await healVersions(instance.payload)).toEqual([`articles/${id}`])
        expect(await latestOf(id)).toEqual(['Saved'])
        await instance.payload.update({
          collection: 'articles',
          id,
          data: { metaTitle: 'Next', _status: 'published' } as never,
        })
        const row = await instance.payload.findByID({ collection: 'articles', id })
        expect([row.summary, await latestOf(id)]).toEqual(['Saved', ['Saved']])
        expect(await healVersions(instance.payload)).toEqual([])
      })

      it('after the row of a new document, before its first version', async () => {
        const { id } = await create()
        await instance.payload.db.deleteVersions({
          collection: 'articles',
          where: { parent: { equals: id } },
        })
        expect(await healVersions(instance.payload)).toEqual([`articles/${id}`])
        expect(await latestOf(id)).toEqual(['Before'])
      })

      it('after the new version, before the one before it stopped being the latest', async () => {
        const { id } = await create()
        const [first] = await versionsOf(id)
        await instance.payload.update({
          collection: 'articles',
          id,
          draft: true,
          data: { summary: 'A draft', _status: 'draft' },
        })
        await instance.payload.db.updateVersion({
          collection: 'articles',
          id: first?.id ?? 0,
          versionData: { latest: true, updatedAt: null } as never,
        })
        expect(await healVersions(instance.payload)).toEqual([`articles/${id}`])
        expect(await latestOf(id)).toEqual(['A draft'])
        const draft = await instance.payload.findByID({ collection: 'articles', id, draft: true })
        expect(draft.summary).toBe('A draft')
      })

      it('after a document was deleted, before its versions were', async () => {
        const { id } = await create()
        await instance.payload.db.deleteOne({ collection: 'articles', where: { id: { equals: id } } })
        expect(await healVersions(instance.payload)).toEqual([`articles/${id}`])
        expect(await versionsOf(id)).toEqual([])
      })

      it('leaves whole documents alone: a live one with a draft, one whose slug followed its title, one in the trash', async () => {
        const live = await create()
        await instance.payload.update({
          collection: 'articles',
          id: live.id,
          draft: true,
          data: { summary: 'Newer draft', _status: 'draft' },
        })
        const young = await instance.payload.create({
          collection: 'articles',
          draft: true,
          data: { title: 'Half a ti', summary: 'Young' },
        })
        await instance.payload.update({
          collection: 'articles',
          id: young.id,
          draft: true,
          autosave: true,
          data: { title: 'Half a title no more', summary: 'Older', _status: 'draft' },
        })
        const trashed = await create()
        await instance.payload.update({
          collection: 'articles',
          id: trashed.id,
          data: { deletedAt: new Date().toISOString() },
        })
        expect(await healVersions(instance.payload)).toEqual([])
        const row = await instance.payload.db.findOne<{ id: number; slug: string; updatedAt: string }>({
          collection: 'articles',
          where: { id: { equals: young.id } },
        })
        expect(row?.slug).toBe('half-a-title-no-more')
        expect(new Date(row?.updatedAt ?? 0).toISOString()).toBe(young.updatedAt)
      })
    })
})
