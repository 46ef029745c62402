/** Role × type × operation, for everything that is written as drafts and published: the table, and the walk through it. */
import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { types } from '../../collections/index.ts'
import { type Ask, everybody, readTable, refusalFor, roles, stateOf, type Who } from './access-table.ts'
import { extra, type Kind, needed, now, OPERATIONS, type Subject } from './content-operations.ts'
import { databaseName, databaseUrl, startGalley, type TestGalley } from './galley.ts'

const TABLE = readTable(`
operation                                      | admin | editor | author | reader | nobody
read what is public                            | yes   | yes    | yes    | yes    | no
read a draft                                   | yes   | yes    | yes    | yes    | no
read a list                                    | yes   | yes    | yes    | yes    | no
read by a POST that says GET                   | yes   | yes    | yes    | yes    | no
read the trash                                 | yes   | yes    | yes    | yes    | no
read versions                                  | yes   | yes    | yes    | yes    | no
read one version                               | yes   | yes    | yes    | yes    | no
count                                          | yes   | yes    | yes    | yes    | no
create a draft                                 | yes   | yes    | yes    | no     | no
create a draft with a form                     | yes   | yes    | yes    | no     | no
create and publish                             | yes   | yes    | no     | no     | no
create and publish with a form                 | yes   | yes    | no     | no     | no
save a draft                                   | yes   | yes    | yes    | no     | no
autosave a draft                               | yes   | yes    | yes    | no     | no
save what was never public                     | yes   | yes    | yes    | no     | no
save a draft over what is public               | yes   | yes    | yes    | no     | no
autosave over what is public                   | yes   | yes    | yes    | no     | no
save drafts of many over what is public        | yes   | yes    | yes    | no     | no
restore a version as a draft                   | yes   | yes    | yes    | no     | no
duplicate                                      | yes   | yes    | yes    | no     | no
duplicate and publish                          | yes   | yes    | no     | no     | no
publish                                        | yes   | yes    | no     | no     | no
publish with a form                            | yes   | yes    | no     | no     | no
publish many                                   | yes   | yes    | no     | no     | no
publish the drafts of many                     | yes   | yes    | no     | no     | no
publish a draft over what is public            | yes   | yes    | no     | no     | no
change what is public                          | yes   | yes    | no     | no     | no
change many that are public                    | yes   | yes    | no     | no     | no
schedule                                       | yes   | yes    | no     | no     | no
schedule what is public                        | yes   | yes    | no     | no     | no
unpublish                                      | yes   | yes    | no     | no     | no
unpublish many                                 | yes   | yes    | no     | no     | no
restore a version over what is public          | yes   | yes    | no     | no     | no
move a draft to the trash                      | yes   | yes    | no     | no     | no
move to the trash                              | yes   | yes    | no     | no     | no
move many to the trash                         | yes   | yes    | no     | no     | no
restore from the trash as a draft              | yes   | yes    | no     | no     | no
restore from the trash and publish             | yes   | yes    | no     | no     | no
restore many from the trash                    | yes   | yes    | no     | no     | no
delete for good                                | yes   | no     | no     | no     | no
delete many for good                           | yes   | no     | no     | no     | no
delete for good from the trash                 | yes   | no     | no     | no     | no
`)

/** Only what people publish on a date has one. */
const ONLY_WITH_A_DATE = ['schedule', 'schedule what is public']

// The stand-in for MongoDB takes about 55 ms for each write: there, one type.
const ON_MONGODB = ['articles']

const saidTo = (who: Who, { status, body }: Response) => ({
  who,
  status,
  said: body?.detail ?? body?.errors,
})

/** Defines the tests for the types that are content (linked to from texts), or for the others. */
export function walkMatrix(part: 'content' | 'what it leans on') {
  const chosen = types
    .map(({ config }) => config)
    .filter(({ versions, custom }) => versions && (custom?.linkable === true) === (part === 'content'))
    .filter(({ slug }) => databaseName === 'sqlite' || ON_MONGODB.includes(slug))

  describe.skipIf(databaseUrl() === null)(`who may do what with ${part}`, () => {
    let instance: TestGalley
    let ask: Ask
    beforeAll(async () => {
      instance = await startGalley()
      ask = await everybody(instance)
      // What is published goes nowhere: nothing here asks for it, and it costs time.
      await instance.galley.stop()
      for (const [collection, data] of [
        ['role-families', { name: 'Heat' }],
        ['role-levels', { code: 'M1' }],
      ] as const) {
        const { id } = await instance.payload.create({
          collection,
          data: { ...data, _status: 'published' } as never,
        })
        needed[collection] = id
      }
    })
    afterAll(() => instance?.close())

    async function make(type: string, title: string, kind: Kind): Promise<Subject> {
      const { payload } = instance
      const collection = type as 'topics'
      const data = { [title]: `Made ${Math.random()}`, ...extra({ type }) } as never
      const isDraft = kind === 'draft'
      const { id } = await payload.create({
        collection,
        data: { ...(data as object), _status: isDraft ? 'draft' : 'published' } as never,
        draft: isDraft as never,
        depth: 0,
      })
      if (kind === 'live with a newer draft') {
        const newer = { [title]: `Newer ${Math.random()}` } as never
        await payload.update({ collection, id, data: newer, draft: true, depth: 0 })
      }
      if (kind === 'trashed')
        await payload.update({ collection, id, data: { deletedAt: now() } as never, depth: 0 })
      return { id, type, title, state: await stateOf(payload, type, id) }
    }

    it('asks for every operation in the table and no other', () => {
      expect(Object.keys(OPERATIONS)).toEqual([...TABLE.keys()])
    })

    describe.each(chosen.map((config) => [config.slug, config] as const))('%s', (type, config) => {
      const names = config.fields.flatMap((field) => ('name' in field ? [field.name] : []))
      const title = String(names.find((name) => !name.startsWith('edited')))
      const hasDate = config.fields.some((field) => 'name' in field && field.name === 'publishedAt')
      // What is refused changes nothing, so the next one may be refused on the same document.
      const spare = new Map<Kind, Subject>()
      const operations = Object.entries(OPERATIONS).filter(
        ([name]) => hasDate || !ONLY_WITH_A_DATE.includes(name),
      )

      it.each(operations)('%s', async (name, { on, ask: toAsked, leaves }) => {
        const { payload } = instance
        const mayDo = (who: Who) => TABLE.get(name)?.get(who) === true
        // Whoever changes nothing goes first: all of them together must leave everything as it was.
        const harmless = roles.filter((who) => !mayDo(who) || !leaves)
        if (harmless.length > 0) {
          const subject = spare.get(on) ?? (await make(type, title, on))
          spare.set(on, subject)
          const before = { ...subject.state, total: (await stateOf(payload, type)).total }
          for (const who of harmless) {
            const answer = await ask(who, toAsked({ ...subject, state: before }))
            const said = saidTo(who, answer)
            if (mayDo(who)) expect([200, 201], JSON.stringify(said)).toContain(answer.status)
            else {
              expect(said).toMatchObject({ who, status: refusalFor(who) })
              expect(answer.type).toBe('application/problem+json')
            }
          }
          expect(await stateOf(payload, type, subject.id)).toEqual(before)
        }
        if (!leaves) return
        for (const who of roles.filter(mayDo)) {
          const subject = spare.get(on) ?? (await make(type, title, on))
          const { total } = await stateOf(payload, type)
          const before = { ...subject.state, total }
          const answer = await ask(who, toAsked({ ...subject, state: before }))
          const after = await stateOf(payload, type, subject.id)
          expect([200, 201], JSON.stringify(saidTo(who, answer))).toContain(answer.status)
          spare.delete(on)
          if (leaves === 'nothing') {
            expect(after).toEqual({ main: null, versions: [], total: total - 1 })
            continue
          }
          const { status, isTrashed = false, more = 0, isUntouched } = leaves
          const left = { who, isTrashed: Boolean(after.main?.deletedAt), more: after.total - total }
          expect(left).toEqual({ who, isTrashed, more })
          if (status) expect(after.main?._status).toBe(status)
          if (isUntouched) expect(after.main).toEqual(before.main)
          expect(after).not.toEqual(before)
        }
      })
    })
  })
}
