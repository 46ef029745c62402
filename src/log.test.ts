import { describe, expect, it } from 'vitest'
import { toLoggedError, withoutSecrets } from './log.ts'

describe('toLoggedError', () => {
  it('keeps what helps and drops what people typed', () => {
    const cause = Object.assign(new Error('Failed query: insert into users\nparams: a@b.test,deadbeef'), {
      params: ['deadbeef'],
      code: 'SQLITE_BUSY',
    })
    const logged = JSON.stringify(toLoggedError(new Error('The user was not saved', { cause })))
    expect(logged).toContain('The user was not saved')
    expect(logged).toContain('SQLITE_BUSY')
    expect(logged).not.toContain('deadbeef')
  })

  it('leaves the stack below the values of a query', () => {
    const error = new Error('Failed query: select\nparams: one\ntwo')
    expect(JSON.stringify(toLoggedError(error))).not.toContain('two')
    expect(JSON.stringify(toLoggedError(error))).toContain('log.test.ts')
  })
})

describe('withoutSecrets', () => {
  it.each([
    ['smtp://me:hidden@mail.test:25 refused', 'smtp://me:***@mail.test:25 refused'],
    ['GET /admin/reset/0123abcd failed', 'GET /admin/reset/*** failed'],
  ])('masks %s', (text, masked) => {
    expect(withoutSecrets(text)).toBe(masked)
  })
})
