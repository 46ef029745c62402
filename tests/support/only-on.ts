/** Tests that not every database needs. Left out elsewhere, which is not the same as skipped. */
import { describe, it } from 'vitest'
import { databaseName } from './galley.ts'

/** `describe`, on SQLite alone: for what no database decides. */
export const describeOnSqlite: (name: string, define: () => void) => void =
  databaseName === 'sqlite' ? describe : () => {}

const leftOut = () => {}

/** `it`, on SQLite alone. */
export const itOnSqlite =
  databaseName === 'sqlite'
    ? it
    : (Object.assign(() => {}, { each: () => leftOut, skipIf: () => leftOut }) as unknown as typeof it)
