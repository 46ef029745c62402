import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { progressBar } from './progress.ts'

/** A stream that says whether it is a terminal, and what was written to it. */
function fakeStream(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120, rows: 24 })
  let written = ''
  stream.on('data', (chunk) => {
    written += chunk
  })
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => written }
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

it('shows how much is done, of how much, and how long the rest will take', async () => {
  const { stream, written } = fakeStream(true)
  const bar = progressBar('Importing', stream)
  for (let done = 0; done <= 20; done += 1) {
    bar.update({ done, total: 40, label: `articles/${done}` })
    await pause(15)
  }
  await pause(150)
  bar.stop()
  expect(written()).toContain('Importing')
  expect(written()).toContain('estimating …')
  expect(written()).toMatch(/█{12}░{12} {2}20\/40 {2}50% {2}\d+ s left {2}articles\/20/)
})

it('draws no more than ten times a second, wipes itself, and gives the cursor back', async () => {
  const { stream, written } = fakeStream(true)
  const bar = progressBar('Importing', stream)
  for (let done = 0; done < 10_000; done += 1) bar.update({ done, total: 10_000 })
  const frames = written().split('Importing').length - 1
  expect(frames).toBeGreaterThan(0)
  expect(frames).toBeLessThan(100)
  bar.stop()
  await pause(0)
  expect(written()).toContain('\u001b[?25h')
  const length = written().length
  bar.stop()
  expect(written()).toHaveLength(length)
})

it('writes nothing into a pipe', () => {
  const { stream, written } = fakeStream(false)
  const bar = progressBar('Importing', stream)
  bar.update({ done: 1, total: 2, label: 'articles/x' })
  bar.stop()
  expect(written()).toBe('')
})
