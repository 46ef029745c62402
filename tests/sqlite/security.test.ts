import type { RequestListener } from 'node:http'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { listen } from '../support/listen.ts'
import { signIn } from '../support/users.ts'

describe('what every answer says', () => {
  let instance: TestGalley
  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())
  const newApp = (env: Partial<TestGalley['env']> = {}) => instance.appWith(env)

  it.each([
    '/v1/articles',
    '/v1/none',
    '/feeds/feed.json',
    '/media/x.webp',
    '/healthz',
    '/api/articles',
    '/nothing',
  ])('forbids browsers everything at %s, and names no software', async (url) => {
    const { headers } = await request(instance.app).get(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers.server).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('lets other sites use what is public, and nothing else', async () => {
    for (const url of ['/v1/articles', '/feeds/feed.json', '/media/x.webp']) {
      const { headers } = await request(instance.app).get(url)
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    }
    const { headers } = await instance.admin.get('/api/articles').set('Origin', 'https://evil.test')
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  })

  it('sandboxes originals of uploads', async () => {
    const { headers } = await instance.admin.get('/api/media/file/x.jpg')
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  })

  it('insists on HTTPS once PUBLIC_URL has it', async () => {
    const { headers } = await request(newApp({ publicUrl: 'https://cms.test' })).get('/v1/articles')
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
  })

  it('speaks problem+json, to the admin with the words that its forms look for', async () => {
    const ask = (headers: { [name: string]: string }) =>
      request(instance.app).get('/api/articles').set(headers)
    expect((await ask({})).type).toBe('application/problem+json')
    expect((await ask({ Origin: 'https://evil.test' })).type).toBe('application/problem+json')
    const own: { [name: string]: string }[] = [
      { 'Sec-Fetch-Site': 'same-origin' },
      { Origin: 'http://cms.test', Host: 'cms.test' },
    ]
    for (const headers of own) {
      const answer = await ask(headers)
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json; as="application\/json"/)
      expect(answer.body.status).toBe(401)
    }
  })

  describe('the request id', () => {
    it('is made anew for everybody, and taken over from a trusted proxy if it is well-formed', async () => {
      const id = 'proxy-made-0001'
      const ask = async (app: RequestListener, given: string) =>
        (await request(app).get('/healthz').set('X-Request-Id', given)).headers['x-request-id']
      expect(await ask(instance.app, id)).toMatch(/^[\da-f-]{36}$/)
      expect(await ask(newApp({ trustProxy: ['loopback'] }), id)).toBe(id)
      expect(await ask(newApp({ trustProxy: ['loopback'] }), 'a"b<c>')).toMatch(/^[\da-f-]{36}$/)
      expect(await ask(newApp({ trustProxy: ['10.0.0.1'] }), id)).not.toBe(id)
    })

    it('stands in a problem that is our fault', async () => {
      const find = vi.spyOn(instance.payload.db, 'find').mockRejectedValue(new Error('disk I/O error'))
      const answer = await instance.admin.get('/api/articles')
      find.mockRestore()
      expect(answer.status).toBe(500)
      expect(answer.body.requestId).toBe(answer.headers['x-request-id'])
      expect(answer.text).not.toContain('disk I/O')
      const fine = await request(instance.app).get('/v1/none')
      expect(fine.body.requestId).toBeUndefined()
    })
  })

  describe('a body', () => {
    const MB = 1_000_000
    it('of more than 5 MB of JSON is refused, also when its length is not said', async () => {
      const { port, close } = await listen(instance.app)
      const Authorization = `JWT ${await signIn(instance.payload, 'first@galley.test', 'admin')}`
      const json = { Authorization, 'Content-Type': 'application/json' }
      const said = await send(port, { ...json, 'Content-Length': `${6 * MB}` }, 0)
      expect([said.status, said.type]).toEqual([413, 'application/problem+json; charset=utf-8'])
      expect(said.body).toContain('5 MB')
      const streamed = await send(port, { ...json, 'Transfer-Encoding': 'chunked' }, 7 * MB)
      expect([streamed.status, streamed.type]).toEqual([413, 'application/problem+json; charset=utf-8'])
      const upload = { Authorization, 'Content-Type': 'multipart/form-data; boundary=x' }
      const picture = await send(port, { ...upload, 'Transfer-Encoding': 'chunked' }, 29 * MB)
      expect(picture.status).toBe(413)
      const small = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' }
      const anonymous = await send(port, small, 200_000, '/api/users/login')
      expect(anonymous.status).toBe(413)
      await close()
    })

    it('in chunks is sent again as a whole when the database asks for it', async () => {
      const { port, close } = await listen(instance.app)
      const token = await signIn(instance.payload, 'chunks@galley.test', 'editor')
      const headers = { Authorization: `JWT ${token}`, 'Content-Type': 'application/json' }
      const me = await signedIn(instance.app, token).get('/api/users/me')
      const conflict = Object.assign(new Error('WriteConflict'), { code: 112 })
      const update = vi.spyOn(instance.payload.db, 'updateOne').mockRejectedValueOnce(conflict)
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const sending = httpRequest(
          { port, path: `/api/users/${me.body.user.id}`, method: 'PATCH', headers },
          (answer) => resolve(answer.resume()),
        ).on('error', reject)
        sending.write('{"name":"In chunks"')
        for (let sent = 0; sent < 4.5 * MB; sent += 100_000) sending.write(' '.repeat(100_000))
        sending.end('}')
      })
      expect(answer.statusCode).toBe(200)
      expect(update.mock.calls.length).toBeGreaterThan(1)
      update.mockRestore()
      const now = await signedIn(instance.app, token).get('/api/users/me')
      expect(now.body.user.name).toBe('In chunks')
      await close()
    })

    it('of a long article is taken', async () => {
      const answer = await instance.admin
        .post('/api/articles?draft=true')
        .send({ title: 'Long', summary: 'x'.repeat(3 * MB), _status: 'draft' })
      expect(answer.status).toBe(201)
    })
  })
})

/** Sends `size` bytes of an unfinished JSON text or part; what the server breaks off is no error. */
function send(port: number, headers: { [name: string]: string }, size: number, path = '/api/topics') {
  return new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const sending = httpRequest({ port, path, method: 'POST', headers }, (answer: IncomingMessage) => {
      let body = ''
      answer.on('data', (chunk) => {
        body += chunk
      })
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body }),
      )
      answer.on('error', reject)
    })
    sending.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error)
    })
    const isMultipart = headers['Content-Type']?.startsWith('multipart')
    if (size > 0)
      sending.write(
        isMultipart
          ? '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
          : '{"name":"',
      )
    for (let sent = 0; sent < size; sent += 100_000) sending.write('x'.repeat(100_000))
    if (size > 0) sending.end()
    else sending.flushHeaders()
  })
}
