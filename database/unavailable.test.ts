import { describe, expect, it } from 'vitest'
import { DatabaseBusyError } from './busy.ts'
import { isUnavailable } from './unavailable.ts'

const withCode = (code: string | number) => Object.assign(new Error('of the database'), { code })
const named = (name: string) => Object.assign(new Error('of the driver'), { name })

describe('a database that is unavailable', () => {
  it.each([
    ['busy', new DatabaseBusyError('too long')],
    ['full, however deep the driver hides it', new Error('Failed query', { cause: withCode('SQLITE_FULL') })],
    ['gone', named('MongoServerSelectionError')],
    ['in conflict', withCode(112)],
  ])('is %s', (_name, error) => {
    expect(isUnavailable(error)).toBe(true)
  })

  it.each([
    ['a value that it does not take', withCode('SQLITE_CONSTRAINT_NOTNULL')],
    ['a fault of the program', new TypeError('x is not a function')],
    ['what is no error', 'a text'],
  ])('is not to blame for %s', (_name, error) => {
    expect(isUnavailable(error)).toBe(false)
  })
})
