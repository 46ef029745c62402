/** Everything that is logged at the loudest, searched for everything that is nobody's business. */
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startGalley, type TestGalley } from '../support/galley.ts'
import { linkIn, SMTP_PASSWORD, startSmtp } from '../support/smtp.ts'

describe('the log', () => {
  let instance: TestGalley
  let smtp: Awaited<ReturnType<typeof startSmtp>>
  let printed = ''
  const restore: (() => void)[] = []

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) {
      const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        printed += String(chunk)
        return true
      })
      restore.push(() => spy.mockRestore())
    }
    smtp = await startSmtp()
    instance = await startGalley({
      LOG_LEVEL: 'trace',
      SMTP_URL: smtp.url,
      PAYLOAD_SECRET: 'the secret of this test',
    })
  })
  afterAll(async () => {
    for (const each of restore) each()
    await instance?.close()
    await smtp?.close()
  })

  it('holds no password, token, key, cookie or secret', async () => {
    const secrets: { [name: string]: string } = {
      'right password': 'right-password-71c',
      'wrong password': 'wrong-password-82d',
      'new password': 'new-password-93e',
      PAYLOAD_SECRET: 'the secret of this test',
      'SMTP password': SMTP_PASSWORD,
    }
    const { app, admin, payload } = instance
    const post = (url: string, body: object) => request(app).post(`/api/users/${url}`).send(body)
    const email = 'logged@galley.test'

    const invited = await admin.post('/api/users/invite').send({ email, name: 'Logged', role: 'editor' })
    secrets['invitation token'] =
      linkIn(smtp.mails.at(-1)?.text ?? '')
        .split('/')
        .at(-1) ?? ''
    await post('reset-password', { token: secrets['invitation token'], password: secrets['right password'] })
    const login = await post('login', { email, password: secrets['right password'] })
    secrets['session token'] = login.body.token
    secrets.cookie = String(login.headers['set-cookie']?.[0]).split(/[=;]/)[1] ?? ''
    for (let attempt = 0; attempt < 6; attempt++)
      await post('login', { email, password: secrets['wrong password'] })
    await request(app)
      .post('/api/users/login')
      .type('json')
      .send(`{"password":"${secrets['wrong password']}",`)
    secrets['API key'] = (await admin.post(`/api/users/${invited.body.user.id}/api-key`)).body.key
    await request(app).get('/api/articles').set('Authorization', `users API-Key ${secrets['API key']}`)
    await post('forgot-password', { email })
    await expect.poll(() => smtp.mails.length, { timeout: 60_000 }).toBe(2)
    secrets['reset token'] =
      linkIn(smtp.mails.at(-1)?.text ?? '')
        .split('/')
        .at(-1) ?? ''
    await post('reset-password', { token: `${secrets['reset token']}x`, password: secrets['new password'] })
    smtp.refuse()
    const byHand = await admin.post(`/api/users/${invited.body.user.id}/reset-link`)
    secrets['link for an admin'] = byHand.body.link.split('/').at(-1)
    await admin
      .post('/api/users')
      .send({ email: 'no address', password: secrets['new password'], role: 'king' })
    await admin
      .post('/api/users')
      .send({ email, password: secrets['new password'], role: 'author', name: 'Twice' })
    await admin
      .post('/api/media')
      .attach('file', Buffer.from('no picture'), 'x.png')
      .field('_payload', '{"alt":"x"}')

    // A query that fails holds its values: here the hash of a password that is being set.
    const { updateOne } = payload.db
    const spy = vi.spyOn(payload.db, 'updateOne').mockImplementation(async function failing(
      this: typeof payload.db,
      args,
    ) {
      const { hash, salt } = (args.data ?? {}) as { hash?: string; salt?: string }
      if (!hash) return updateOne.call(this, args)
      secrets.hash = hash
      secrets.salt = salt ?? ''
      const cause = Object.assign(new Error(`Failed query: update users\nparams: ${hash},${salt}`), {
        params: [hash],
      })
      throw new Error(`Failed query: update users\nparams: ${hash},${salt}`, { cause })
    })
    const failed = await admin
      .patch(`/api/users/${invited.body.user.id}`)
      .send({ password: secrets['new password'] })
    spy.mockRestore()
    expect(failed.status).toBe(500)

    // What a careless line would log.
    payload.logger.info({
      token: secrets['session token'],
      headers: { cookie: secrets.cookie },
      msg: 'careless',
    })
    payload.logger.info({
      data: { password: secrets['new password'], apiKey: secrets['API key'] },
      msg: 'careless',
    })

    await expect.poll(() => printed).toContain('careless')
    expect(printed).toContain('Failed query')
    expect(printed).toContain(failed.headers['x-request-id'])
    expect(printed).toContain('users.mail_failed')
    for (const [name, secret] of Object.entries(secrets)) {
      expect(secret.length, name).toBeGreaterThan(8)
      expect(printed.includes(secret), `the log holds the ${name}`).toBe(false)
    }
  })
})
