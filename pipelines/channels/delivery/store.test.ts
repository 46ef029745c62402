/** The file itself: damaged, and shared with a process that begins anew. */
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FORM, openStore, type Store } from './store.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'galley-store-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

it.each<[string, (file: string) => void]>([
  ['is no database', (file) => writeFileSync(file, 'no database '.repeat(5_000))],
  ['is cut off', (file) => truncateSync(file, Math.floor(statSync(file).size / 10))],
])('is made anew where it %s, so that Galley starts', (_, damage) => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const file = path.join(folder, `delivery-${FORM}.db`)
  const before = openStore(folder)
  before.startOver('an-epoch')
  before.sql('PRAGMA wal_checkpoint(TRUNCATE)').get()
  before.close()
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
  damage(file)
  const store = openStore(folder)
  expect(store.position()).toEqual({ epoch: '', seq: 0, generation: 0 })
  store.startOver('an-epoch')
  store.close()
  expect(said).toHaveBeenCalledWith(expect.stringContaining(`${file} is damaged`))
})

it('is made anew, once, where damage showed only while it was followed', () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const positionOf = (use: (store: Store) => void) => {
    const store = openStore(folder)
    use(store)
    const { epoch } = store.position()
    store.close()
    return epoch
  }
  expect(positionOf((store) => store.startOver('an-epoch'))).toBe('an-epoch')
  expect(positionOf((store) => store.giveUp())).toBe('an-epoch')
  expect(positionOf((store) => store.startOver('another'))).toBe('another')
  expect(positionOf(() => {})).toBe('another')
})
