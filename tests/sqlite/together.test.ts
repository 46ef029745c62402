import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTransaction, together } from '../../database/together.ts'
import { onNudge } from '../../pipelines/publish/nudge.ts'
import { createSchedule } from '../../pipelines/publish/schedule.ts'
import { databaseName, startGalley, type TestGalley } from '../support/galley.ts'

describe.skipIf(databaseName !== 'sqlite')('writes in one transaction', () => {
  let instance: TestGalley
  let payload: Payload

  beforeAll(async () => {
    instance = await startGalley()
    payload = instance.payload
  })
  afterAll(() => instance?.close())

  const make = (name: string, slug?: string) =>
    payload.create({
      collection: 'topics',
      data: { name, ...(slug ? { slug } : {}), _status: 'published' },
    })
  const named = async (name: string) =>
    (await payload.count({ collection: 'topics', where: { name: { equals: name } } })).totalDocs

  it('are seen inside at once, and by others when all is written', async () => {
    let outside: Promise<number> | undefined
    let startOutside = () => {}
    const started = new Promise<void>((resolve) => {
      startOutside = resolve
    })
    const asOthers = started.then(() => named('Inside'))
    await together(payload.db, async () => {
      await make('Inside')
      expect(await named('Inside')).toBe(1)
      startOutside()
      outside = asOthers
      expect(await outside).toBe(0)
    })
    expect(await named('Inside')).toBe(1)
  })

  it('are all taken back by a throw', async () => {
    const failing = together(payload.db, async () => {
      await make('First of a failure')
      await make('Second of a failure')
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await named('First of a failure')).toBe(0)
  })

  it('go on when one operation among them fails', async () => {
    await together(payload.db, async () => {
      await make('Before the failure', 'the-only-one')
      await expect(make('The failure', 'the-only-one')).rejects.toThrow()
      await make('After the failure')
    })
    expect(await named('Before the failure')).toBe(1)
    expect(await named('The failure')).toBe(0)
    expect(await named('After the failure')).toBe(1)
  })

  it('are refused, not lost, when they overlap', async () => {
    const names = ['Overlap 1', 'Overlap 2', '', 'Overlap 4']
    const made = await together(payload.db, () => Promise.allSettled(names.map((name) => make(name)))).catch(
      () => [],
    )
    const stand = await Promise.all(names.map(named))
    for (const [index, { status }] of made.entries())
      if (status === 'fulfilled') expect(stand[index], names[index]).toBe(1)
    expect(made.filter(({ status }) => status === 'fulfilled')).not.toHaveLength(names.length)
  })

  it('nudge after the commit, and not for what was taken back', async () => {
    const nudged: string[] = []
    onNudge(payload, ({ itemId }) => nudged.push(itemId))
    const made = await together(payload.db, async () => {
      const document = await make('Nudges')
      await expect(make('Nudges not', document.slug ?? '')).rejects.toThrow()
      expect(nudged).toEqual([])
      return document
    })
    await together(payload.db, async () => {
      await make('Taken back')
      throw new Error('stop')
    }).catch(() => {})
    expect(nudged).toEqual([`topics:${made.uid}`])
  })

  it('do not hold up those who write afterwards when the commit itself fails', async () => {
    const failing = together(payload.db, async () => {
      await make('Never committed')
      // What a full disk or a broken connection does in the middle of it.
      const { writer } = payload.db as unknown as { writer: { close(): void } }
      writer.close()
    })
    await expect(failing).rejects.toThrow()
    await make('Committed afterwards')
    expect([await named('Never committed'), await named('Committed afterwards')]).toEqual([0, 1])
  })

  describe('that SQLite itself took back in the middle, as it does on a full disk', () => {
    type Writer = { execute(sql: string): Promise<unknown> }
    const takeBack = () => (payload.db as unknown as { writer: Writer }).writer.execute('ROLLBACK')
    const lost = (name: string) => [`${name} before`, `${name} afterwards`, `${name} at last`]
    const stored = async (name: string) => Promise.all(lost(name).map(named))

    it('are refused from then on, and so is the commit, although their failures are passed over', async () => {
      const [before, afterwards, last] = lost('Alone') as [string, string, string]
      const failing = together(payload.db, async () => {
        await make(before)
        await takeBack()
        await expect(make(afterwards)).rejects.toThrow(/SQLite took all of it back/)
        const data = { name: last, _status: 'draft' }
        await expect(payload.db.create({ collection: 'topics', data })).rejects.toThrow()
        await expect(named(before)).rejects.toThrow()
      })
      await expect(failing).rejects.toMatchObject({ name: 'DatabaseBusyError' })
      expect(await stored('Alone')).toEqual([0, 0, 0])
    })

    it('in an operation among them, take the whole of it with them', async () => {
      const [before, afterwards, last] = lost('Within') as [string, string, string]
      const { hooks } = payload.collections.topics.config
      hooks.afterChange.push(async ({ doc }) => {
        if (doc.name === afterwards) await takeBack()
      })
      const failing = together(payload.db, async () => {
        await make(before)
        await make(afterwards).catch(() => {})
        await make(last).catch(() => {})
      })
      await expect(failing).rejects.toMatchObject({ name: 'DatabaseBusyError' })
      hooks.afterChange.pop()
      expect(await stored('Within')).toEqual([0, 0, 0])
      await make('The next one')
      expect(await named('The next one')).toBe(1)
    })

    it('in an operation on many documents, leave none of them changed', async () => {
      const names = ['Many 1', 'Many 2', 'Many 3']
      for (const name of names) await make(name)
      const { hooks } = payload.collections.topics.config
      let count = 0
      hooks.beforeChange.push(async ({ data }) => {
        count += 1
        if (count === 2) await takeBack()
        return data
      })
      const failing = payload.update({
        collection: 'topics',
        where: { name: { in: names } },
        data: { description: 'Half of it', _status: 'published' },
      })
      await expect(failing).rejects.toMatchObject({ name: 'DatabaseBusyError' })
      hooks.beforeChange.pop()
      const where = { description: { equals: 'Half of it' } }
      expect((await payload.count({ collection: 'topics', where })).totalDocs).toBe(0)
    })
  })

  it('have no part in what a timer of theirs does, when it rings while they are still open', async () => {
    const rings: unknown[] = []
    const schedule = createSchedule(() => rings.push(openTransaction(payload.db as never)))
    await together(payload.db, async () => {
      schedule.remind('articles:any', new Date())
      await expect.poll(() => rings.length).toBe(1)
      expect(openTransaction(payload.db as never)).not.toBeNull()
    })
    schedule.close()
    expect(rings).toEqual([null])
  })
})
