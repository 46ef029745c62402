import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createContext } from './context.ts'

it('is carried by each flow until that flow is over, whichever ends first', async () => {
  const context = createContext<string>()
  const seen: unknown[] = []
  const flow = (name: string, ms: number) =>
    context.during(name, async () => {
      await setTimeout(ms)
      seen.push(context.get())
      await context.exit(async () => seen.push(context.get()))
    })
  await Promise.all([flow('short', 5), flow('long', 40)])
  expect(seen).toEqual(['short', undefined, 'long', undefined])
  expect(context.get()).toBeUndefined()
})

it('is left by a flow that throws', async () => {
  const context = createContext<string>()
  const failing = context.during('failing', async () => {
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  expect(await context.during('next', async () => context.get())).toBe('next')
})

it('is carried past the call itself until everybody has left', async () => {
  const context = createContext<string>()
  const leaving: (() => void)[] = []
  const later = () => setTimeout(5).then(() => context.get())
  const first = context.until('first', later, (leave) => leaving.push(leave))
  const second = context.until('second', later, (leave) => leaving.push(leave))
  expect(await Promise.all([first, second])).toEqual(['first', 'second'])
  const last = context.until(
    'last',
    () => setTimeout(20).then(() => context.get()),
    (leave) => leaving.push(leave),
  )
  for (const leave of leaving) leave()
  expect(await last).toBeUndefined()
})
