import { expect, it } from 'vitest'
import { type Approved, exportPart } from './export.ts'

const draft = (n: number, more: Partial<Approved> = {}): Approved => ({
  id: n,
  text: `Post ${n}`,
  format: 'text',
  plannedFor: '2031-05-04T06:31:00.000Z',
  ...more,
})
const drafts = (count: number, more?: Partial<Approved>) =>
  Array.from({ length: count }, (_, n) => draft(n + 1, more))
const rowsOf = (body = '') => body.split('\r\n').filter((line) => line !== '')
const UTC = (part: number) => ({ zone: 'UTC', part })

it.each([
  ['buffer', 100, 1],
  ['hootsuite', 350, 0],
])('%s gets no more than %i posts in a file, and none twice', (format, most, headers) => {
  const all = drafts(most + 1)
  const files = [1, 2].map((part) => exportPart(format, all, UTC(part)))
  expect(files.map((file) => file?.fileName)).toEqual([
    `linkedin-${format}-1-of-2.csv`,
    `linkedin-${format}-2-of-2.csv`,
  ])
  expect(files.map((file) => rowsOf(file?.body).length - headers)).toEqual([most, 1])
  expect(rowsOf(files[1]?.body).at(-1)).toContain(`"Post ${most + 1}"`)
  expect(exportPart(format, all, UTC(3))).toBeNull()
  expect(exportPart(format, all.slice(1), UTC(1))).toMatchObject({
    fileName: `linkedin-${format}.csv`,
    parts: 1,
  })
})

it('leaves out of Hootsuite’s file what it cannot schedule, before it counts', () => {
  const some = [...drafts(300), ...drafts(300, { plannedFor: null })]
  expect(exportPart('hootsuite', some, UTC(1))?.parts).toBe(1)
  expect(rowsOf(exportPart('hootsuite', some, UTC(1))?.body)).toHaveLength(300)
})

it('gives Hootsuite the link of a link card that the text does not have, and of nothing else', () => {
  const link = 'https://example.com/a'
  const one = (more: Partial<Approved>) =>
    exportPart('hootsuite', [draft(1, { link, ...more })], UTC(1))?.body
  expect(one({ format: 'link' })).toBe(`"05/04/2031 06:35","Post 1","${link}"\r\n`)
  expect(one({ format: 'picture' })).toContain('"Post 1",""')
  expect(one({ format: 'link', text: `See ${link}` })).toContain(`"See ${link}",""`)
})

it('has an empty file where nothing is approved', () => {
  expect(exportPart('buffer', [], UTC(1))).toMatchObject({ parts: 1 })
  expect(exportPart('hootsuite', [], UTC(1))?.body).toBe('')
})
