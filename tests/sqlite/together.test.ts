import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { together } from '../../database/together.ts'
import { onNudge } from '../../pipelines/publish/nudge.ts'
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
      draft: true,
      data: { name, ...(slug ? { slug } : {}), _status: 'draft' },
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
})
