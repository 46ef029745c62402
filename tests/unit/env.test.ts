import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EnvError, readEnv } from '../../src/env.ts'

describe('readEnv', () => {
  it('works with nothing set', () => {
    const env = readEnv({})
    expect(env).toMatchObject({
      port: 3000,
      database: 'sqlite',
      publicUrl: 'http://localhost:3000',
      demo: true,
    })
    expect(env.databaseUrl).toBe(`file:${path.resolve('.data/galley.db')}`)
    expect(env.siteUrl).toBe(env.publicUrl)
  })

  it('names every fault in one message', () => {
    const faulty = {
      PORT: 'http',
      PUBLIC_URL: 'cms.example.com',
      ROLE: 'boss',
      DATABASE_URL: 'postgres://x',
      PAYLOAD_SECRET: 'short',
    }
    const message = faultsOf(faulty)
    for (const name of Object.keys(faulty)) expect(message).toContain(name)
  })

  it('takes an empty variable for an absent one', () => {
    expect(readEnv({ PORT: '', SITE_URL: '' })).toMatchObject({ port: 3000, demo: true })
  })

  it('wants a shared secret with MongoDB', () => {
    expect(faultsOf({ DATABASE_URL: 'mongodb://localhost/galley' })).toContain(
      'PAYLOAD_SECRET is required with MongoDB',
    )
  })

  it.each([
    [{ DATABASE_URL: 'file:./x.db' }],
    [{ SITE_URL: 'https://www.example.com' }],
    [{ GALLEY_DEMO: 'off' }],
  ])('keeps demo content out with %o', (source) => {
    expect(readEnv(source).demo).toBe(false)
  })

  it('drops trailing slashes of addresses', () => {
    expect(readEnv({ SITE_URL: 'https://www.example.com/blog/' }).siteUrl).toBe(
      'https://www.example.com/blog',
    )
  })
})

function faultsOf(source: { [name: string]: string }): string {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof EnvError) return error.message
  }
  throw new Error('no fault was found')
}
