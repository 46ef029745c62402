import { expect, it } from 'vitest'
import { makeToken, PASS_MS, readToken } from './token.ts'

const SECRET = 'a secret for tests only'
const pass = { itemId: 'articles:0b9c1f', slug: 'grün' }
const now = Date.UTC(2026, 10, 23)
const token = makeToken(SECRET, pass, { now })

it('is read for an hour, with the secret that it was made with', () => {
  expect(readToken(SECRET, token, now)).toEqual(pass)
  expect(readToken(SECRET, token, now + PASS_MS - 1)).toEqual(pass)
  expect(readToken(SECRET, token, now + PASS_MS)).toBeNull()
  expect(readToken('another secret for tests', token, now)).toBeNull()
})

it('is read in no other spelling', () => {
  const [body = '', signature = ''] = token.split('.')
  const other = makeToken(SECRET, { ...pass, itemId: 'articles:another' }, { now }).split('.')
  for (const wrong of [
    ...['', '.', 'x', body, `${body}.`, `.${signature}`, `${token}.`, `${token}.x`, `${token}=`, ` ${token}`],
    `${other[0]}.${signature}`,
    `${body}.${other[1]}`,
    `${body}.${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
    token.toUpperCase(),
    'ü'.repeat(50),
    `${token}${'x'.repeat(10_000)}`,
  ])
    expect({ wrong, pass: readToken(SECRET, wrong, now) }).toEqual({ wrong, pass: null })
})

it('stays the same for a while where it is to', () => {
  const at = (ms: number) => makeToken(SECRET, pass, { now: now + ms, isSteady: true })
  expect(at(0)).toBe(at(599_999))
  expect(at(600_000)).not.toBe(at(0))
  expect(readToken(SECRET, at(599_999), now + 599_999 + 50 * 60_000)).toEqual(pass)
  expect(readToken(SECRET, at(599_999), now + PASS_MS)).toBeNull()
})
