import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { readLasts } from './read.ts'

type Asked = { where: { seq?: { in: number[] } }; select?: object }

/** A ledger of one entry an item, `item-1` at seq 1, and what was read of it whole. */
function ledgerOf(name: string, html: string) {
  const read: number[] = []
  const entry = (seq: number) => ({ seq, itemId: `${name}-${seq}`, hash: name, recordedAt: '2026-01-01' })
  const find = async ({ where, select }: Asked & { where: { itemId?: { in: string[] } } }) => {
    if (select) return { docs: where.itemId?.in.map((id) => entry(Number(id.split('-').at(-1)))) }
    const seqs = where.seq?.in ?? []
    read.push(...seqs)
    return { docs: seqs.map((seq) => ({ ...entry(seq), action: 'published', item: { html } })) }
  }
  const payload = { db: { find } } as unknown as Payload
  const lasts = (from: number, to: number, how?: { isKept?: boolean }) => {
    const ids = Array.from({ length: to - from + 1 }, (_, index) => `${name}-${from + index}`)
    return readLasts(payload, ids, how)
  }
  return { lasts, read }
}

describe('readLasts', () => {
  it('has an answer for every item, also when what it keeps pushes out what it knew', async () => {
    const { lasts } = ledgerOf('many', 'short')
    await lasts(201, 600)
    expect((await lasts(1, 600)).size).toBe(600)
  })

  it('does not read again what it has kept, and keeps nothing of what is read once', async () => {
    const { lasts, read } = ledgerOf('once', 'short')
    await lasts(1, 10)
    await lasts(11, 700, { isKept: false })
    expect(read).toHaveLength(700)
    await lasts(1, 10)
    expect(read).toHaveLength(700)
    await lasts(11, 11)
    expect(read).toHaveLength(701)
  })

  it('keeps fewer of what is long', async () => {
    const { lasts, read } = ledgerOf('long', 'x'.repeat(100_000))
    await lasts(1, 100)
    await lasts(80, 100)
    expect(read).toHaveLength(100)
    expect((await lasts(1, 10)).size).toBe(10)
    expect(read).toHaveLength(110)
  })
})
