import { expect, it } from 'vitest'
import { isReading } from './reading.ts'

const asked = (method: string, headers: { [name: string]: string } = {}) => isReading({ method, headers })

it('reads by method, or by a POST that says so', () => {
  expect(['GET', 'HEAD', 'OPTIONS'].every((method) => asked(method))).toBe(true)
  expect(asked('POST', { 'x-payload-http-method-override': 'GET' })).toBe(true)
  expect(asked('POST', { 'x-http-method-override': 'GET' })).toBe(true)
})

it('does not take for a read what Payload would write', () => {
  expect(['POST', 'PATCH', 'PUT', 'DELETE'].some((method) => asked(method))).toBe(false)
  expect(asked('PATCH', { 'x-payload-http-method-override': 'GET' })).toBe(false)
  expect(asked('POST', { 'x-payload-http-method-override': 'get' })).toBe(false)
  expect(asked('POST', { 'x-payload-http-method-override': 'GET, GET' })).toBe(false)
})
