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

  it.each([
    ['1', 1],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ])('reads whom TRUST_PROXY=%s trusts', (given, trustProxy) => {
    expect(readEnv({ TRUST_PROXY: given }).trustProxy).toEqual(trustProxy)
  })

  it.each(['true', '0', '99', 'everybody', '10.0.0', '1,2'])('trusts nobody by TRUST_PROXY=%s', (given) => {
    expect(faultsOf({ TRUST_PROXY: given })).toContain('TRUST_PROXY must be')
    expect(readEnv({}).trustProxy).toBe(false)
  })

  it.each(['mail.example.com', 'http://user:hidden@mail.example.com', 'smtp://'])(
    'refuses SMTP_URL=%s and does not repeat it',
    (given) => {
      const message = faultsOf({ SMTP_URL: given })
      expect(message).toContain('SMTP_URL must be smtp://')
      expect(message).not.toContain('hidden')
    },
  )

  it('sends mail from the host that people know', () => {
    expect(readEnv({ PUBLIC_URL: 'https://cms.example.com' }).mailFrom).toBe('galley@cms.example.com')
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
