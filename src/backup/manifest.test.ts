import { describe, expect, it } from 'vitest'
import { type Known, parseManifest, toManifest, whyNot } from './manifest.ts'

const known: Known = { database: 'sqlite', schema: ['1_first', '2_second'], derivation: 3 }
const made = toManifest(known, new Date('2026-11-22T12:00:00Z'))

describe('manifest', () => {
  it('comes back as it was written', () => {
    expect(parseManifest(JSON.stringify(made))).toEqual(made)
    expect(made.madeAt).toBe('2026-11-22T12:00:00.000Z')
  })

  it.each(['', 'null', '{}', '[1]', '{"galleyBackup":"1"}'])('is not %j', (text) => {
    expect(parseManifest(text)).toBeNull()
  })

  it('of this Galley and of an older one can be restored', () => {
    expect(whyNot(made, known)).toBeNull()
    expect(whyNot({ ...made, schema: ['1_first'], derivation: 2 }, known)).toBeNull()
  })

  it.each([
    [{ ...made, galleyBackup: made.galleyBackup + 1 }, /newer Galley/],
    [{ ...made, schema: [...made.schema, '3_third'] }, /newer Galley \(migration 3_third\)/],
    [{ ...made, derivation: 4 }, /newer Galley/],
    [{ ...made, database: 'mongodb' as const }, /of a MongoDB database, and DATABASE_URL names SQLite/],
  ])('%j is refused', (manifest, sentence) => {
    expect(whyNot(manifest, known)).toMatch(sentence)
  })
})
