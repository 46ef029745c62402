import { describe, expect, it } from 'vitest'
import { createTurns } from './turns.ts'

describe('turns', () => {
  it('are taken in the order of asking, and after the others by what can wait', async () => {
    const take = createTurns(5_000)
    const order: string[] = []
    const release = await take('first')
    const waiting = [
      ['batch', true],
      ['save', false],
      ['another batch', true],
      ['another save', false],
    ] as const
    const all = waiting.map(async ([name, canWait]) => {
      const done = await take(name, { canWait })
      order.push(name)
      done()
    })
    release()
    await Promise.all(all)
    expect(order).toEqual(['save', 'another save', 'batch', 'another batch'])
  })

  it('come first in the end for what has waited long, however many others ask', async () => {
    const take = createTurns(60_000)
    const order: string[] = []
    const ask = async (name: string, canWait = false) => {
      const done = await take(name, { canWait })
      order.push(name)
      done()
    }
    const release = await take('first')
    const batch = ask('batch', true)
    await new Promise((resolve) => setTimeout(resolve, 700))
    const save = ask('save')
    release()
    await Promise.all([batch, save])
    expect(order).toEqual(['batch', 'save'])
  })
})
