import type { DatabaseAdapter } from 'payload'
import { describe, expect, it } from 'vitest'
import { isTransient, turnFor, wholeOperation } from './whole-operation.ts'

const db = () => ({}) as DatabaseAdapter
const conflict = (code = 112) => Object.assign(new Error('WriteConflict'), { code })

describe('a whole operation', () => {
  it('is done again while it meets others, and answers what it answers at last', async () => {
    let attempts = 0
    const answer = await wholeOperation(db(), 'articles/1', async () => {
      attempts += 1
      if (attempts < 4) throw conflict()
      return 'saved'
    })
    expect([answer, attempts]).toEqual(['saved', 4])
  })

  it('is not done again when it was refused', async () => {
    let attempts = 0
    const refused = wholeOperation(db(), 'articles/1', async () => {
      attempts += 1
      throw new Error('The title is missing')
    })
    await expect(refused).rejects.toThrow('The title is missing')
    expect(attempts).toBe(1)
  })

  it('runs alone among those of its turn, beside those of others, and after one that failed', async () => {
    const adapter = db()
    const order: string[] = []
    const run = (turn: string, name: string, fail = false) =>
      wholeOperation(adapter, turn, async () => {
        order.push(`${name} begins`)
        await new Promise((resolve) => setTimeout(resolve, 10))
        order.push(`${name} ends`)
        if (fail) throw new Error('refused')
      }).catch(() => undefined)
    await Promise.all([run('a', 'first', true), run('a', 'second'), run('b', 'third')])
    expect(order.indexOf('second begins')).toBeGreaterThan(order.indexOf('first ends'))
    expect(order.indexOf('third begins')).toBeLessThan(order.indexOf('first ends'))
  })
})

it('knows what may be tried again: by label, by code, and behind a wrapping error', () => {
  const labelled = Object.assign(new Error('x'), { errorLabels: ['TransientTransactionError'] })
  expect(
    [conflict(), conflict(251), labelled, new Error('x', { cause: conflict() })].map(isTransient),
  ).toEqual([true, true, true, true])
  expect([conflict(11000), new Error('x'), null, 'WriteConflict'].map(isTransient)).toEqual([
    false,
    false,
    false,
    false,
  ])
})

it('gives each document a turn of its own where there are transactions, else each collection; none on SQLite', () => {
  expect(turnFor({ transactionOptions: {} } as never, 'articles', 7)).toBe('articles/7')
  expect(turnFor({ transactionOptions: false } as never, 'articles', 7)).toBe('articles')
  expect(turnFor({ name: 'sqlite' } as never, 'articles', 7)).toBeNull()
})
