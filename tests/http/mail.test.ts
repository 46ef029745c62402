import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseUrl, signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { linkIn, startSmtp } from '../support/smtp.ts'
import { PASSWORD, signIn } from '../support/users.ts'

const invited = (number: number) => ({
  name: 'Mia Østergård',
  email: `invited-${number}@galley.test`,
  role: 'editor',
})
const setPassword = (instance: TestGalley, link: string, password: string) =>
  request(instance.app)
    .post('/api/users/reset-password')
    .send({ token: link.split('/').at(-1), password })
const login = (instance: TestGalley, email: string, password: string) =>
  request(instance.app).post('/api/users/login').send({ email, password })

describe.skipIf(databaseUrl() === null)('with a mail server', () => {
  let instance: TestGalley
  let smtp: Awaited<ReturnType<typeof startSmtp>>
  beforeAll(async () => {
    smtp = await startSmtp()
    instance = await startGalley({ SMTP_URL: smtp.url, MAIL_FROM: 'cms@galley.test' })
  })
  afterAll(async () => {
    await instance?.close()
    await smtp?.close()
  })
  const forgot = (email: string, app = instance.app) =>
    request(app).post('/api/users/forgot-password').send({ email })

  it('mails an invitation whose link sets the first password, once', async () => {
    const user = invited(1)
    const answer = await instance.admin.post('/api/users/invite').send(user)
    expect([answer.status, answer.body.mailed, answer.body.link]).toEqual([201, true, undefined])
    const mail = smtp.mails.at(-1)
    expect(mail).toMatchObject({ from: 'cms@galley.test', to: [user.email] })
    expect(mail?.text).toMatch(/Content-Type: text\/plain/)
    expect(mail?.text).toMatch(/Content-Type: text\/html/)
    const link = linkIn(mail?.text ?? '')
    expect(link).toMatch(/^http:\/\/cms\.test\/admin\/reset\//)
    expect(answer.text).not.toContain(link.split('/').at(-1))
    const days = (Date.parse(answer.body.expiresAt) - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(7)
    expect((await setPassword(instance, link, 'chosen by Mia')).status).toBe(200)
    const session = await login(instance, user.email, 'chosen by Mia')
    expect([session.status, session.body.user.role]).toEqual([200, 'editor'])
    expect((await setPassword(instance, link, 'again')).status).toBe(403)
  })

  it('keeps the link of an invitation for its seven days', async () => {
    const user = invited(2)
    await instance.admin.post('/api/users/invite').send(user)
    const row = await instance.payload.db.findOne<{ id: string; resetPasswordExpiration: string }>({
      collection: 'users',
      where: { email: { equals: user.email } },
    })
    const days = (new Date(row?.resetPasswordExpiration ?? 0).getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.9)
  })

  it('answers a forgotten password in the same way for everybody, and mails those who are here', async () => {
    const email = 'forgetful@galley.test'
    await signIn(instance.payload, email, 'author')
    const before = smtp.mails.length
    const answers = [await forgot(email), await forgot('nobody@galley.test')]
    const seen = answers.map(({ status, text, headers }) => [status, text, Object.keys(headers).sort()])
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]?.[0]).toBe(200)
    await expect.poll(() => smtp.mails.length, { timeout: 60_000 }).toBe(before + 1)
    const mail = smtp.mails.at(-1)
    expect(mail?.to).toEqual([email])
    expect((await setPassword(instance, linkIn(mail?.text ?? ''), 'remembered now')).status).toBe(200)
    expect((await login(instance, email, 'remembered now')).status).toBe(200)
  })

  it('mails nobody without end', async () => {
    const email = 'flooded@galley.test'
    await signIn(instance.payload, email, 'author')
    const mails = () => smtp.mails.filter(({ to }) => to.includes(email)).length
    for (let round = 1; round <= 3; round++) {
      await forgot(email)
      await expect.poll(mails, { timeout: 60_000 }).toBe(round)
    }
    expect((await forgot(` ${email.toUpperCase()}`)).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(mails()).toBe(3)
  })

  it('gives the admin the link and the reason when the mail fails, and the user is there', async () => {
    smtp.refuse()
    const user = invited(3)
    const answer = await instance.admin.post('/api/users/invite').send(user)
    expect([answer.status, answer.body.mailed]).toEqual([201, false])
    expect(answer.body.message).toMatch(/could not be sent.*Mailbox is full/)
    expect((await setPassword(instance, answer.body.link, 'by another way')).status).toBe(200)
    expect((await login(instance, user.email, 'by another way')).status).toBe(200)
  })

  it('says so too when there is no server at all', async () => {
    const other = await startGalley({ SMTP_URL: 'smtp://galley:hidden-word@127.0.0.1:1' })
    const answer = await other.admin.post('/api/users/invite').send(invited(4))
    expect([answer.status, answer.body.mailed]).toEqual([201, false])
    expect(answer.body.message).toMatch(/ECONNREFUSED|ESOCKET/)
    expect(answer.text).not.toContain('hidden-word')
    await other.close()
  })
})

describe.skipIf(databaseUrl() === null)('without a mail server', () => {
  let instance: TestGalley
  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  it('gives the admin the link of an invitation and of a reset', async () => {
    const user = invited(1)
    const answer = await instance.admin.post('/api/users/invite').send(user)
    expect([answer.status, answer.body.mailed]).toEqual([201, false])
    expect((await setPassword(instance, answer.body.link, 'chosen by Mia')).status).toBe(200)
    const reset = await instance.admin.post(`/api/users/${answer.body.user.id}/reset-link`)
    expect([reset.status, reset.body.mailed]).toEqual([200, false])
    expect((await setPassword(instance, reset.body.link, 'chosen again')).status).toBe(200)
    expect((await login(instance, user.email, 'chosen again')).status).toBe(200)
  })

  it('answers a forgotten password as ever', async () => {
    const app = instance.appWith({})
    for (const email of ['first@galley.test', 'nobody@galley.test'])
      expect((await request(app).post('/api/users/forgot-password').send({ email })).status).toBe(200)
  })

  it('refuses what is no invitation, and a second account of one address', async () => {
    expect((await instance.admin.post('/api/users/invite').send({ name: 'x' })).status).toBe(400)
    expect(
      (await instance.admin.post('/api/users/invite').send({ ...invited(8), role: 'king' })).status,
    ).toBe(400)
    expect(
      (await instance.admin.post('/api/users/invite').send({ ...invited(8), email: 'no address' })).status,
    ).toBe(400)
    const twice = await instance.admin
      .post('/api/users/invite')
      .send({ ...invited(8), email: 'first@galley.test' })
    expect(twice.status).toBe(400)
    expect((await login(instance, 'first@galley.test', PASSWORD)).status).toBe(200)
  })

  it('lets nobody but admins invite or make links', async () => {
    const editor = signedIn(instance.app, await signIn(instance.payload, 'editor@galley.test', 'editor'))
    const { id } = (await instance.admin.get('/api/users/me')).body.user
    expect((await editor.post('/api/users/invite').send(invited(9))).status).toBe(403)
    expect((await editor.post(`/api/users/${id}/reset-link`)).status).toBe(403)
    expect((await request(instance.app).post('/api/users/invite').send(invited(9))).status).toBe(401)
  })
})
