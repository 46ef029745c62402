import express from 'express'
import request from 'supertest'
import { expect, it } from 'vitest'
import { createRecall } from './recall.ts'

/** Counts how often Express was asked. */
function appOf(version: () => Promise<number>) {
  let asked = 0
  const recall = createRecall({ version })
  const app = express().set('etag', false)
  app.get('/feed', async (given, response) => {
    asked += 1
    const body = Buffer.from(`answer ${asked}`)
    response.set({ 'X-Request-Id': 'of the first', ETag: `"${asked}"`, 'Content-Type': 'text/plain' })
    recall.remember(given, response, { version: await version(), body })
    response.send(body)
  })
  return { listener: recall.before(app), asked: () => asked }
}

it('gives an answer again while nothing has changed, with an id of its own', async () => {
  let version = 1
  const { listener, asked } = appOf(async () => version)
  const first = await request(listener).get('/feed').buffer()
  const again = await request(listener).get('/feed').buffer()
  expect([again.status, again.text, again.headers.etag]).toEqual([200, first.text, '"1"'])
  expect(again.headers['content-length']).toBe('8')
  expect(again.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(asked()).toBe(1)
  version = 2
  expect((await request(listener).get('/feed').buffer()).text).toBe('answer 2')
})

it('gives any bytes again as they were, short or long', async () => {
  const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
  for (const body of [every, Buffer.concat(Array.from({ length: 100 }, () => every))]) {
    let asked = 0
    const recall = createRecall({ version: () => 1 })
    const app = express().get('/feed', (given, response) => {
      asked += 1
      recall.remember(given, response, { version: 1, body })
      response.type('application/octet-stream').send(body)
    })
    const read = () => request(recall.before(app)).get('/feed').responseType('blob').expect(200)
    expect([(await read()).body.equals(body), (await read()).body.equals(body), asked]).toEqual([
      true,
      true,
      1,
    ])
  }
})

it('asks anew for whatever may be answered in another way', async () => {
  const { listener, asked } = appOf(async () => 1)
  await request(listener).get('/feed')
  await request(listener).get('/feed').set('If-None-Match', '"1"')
  await request(listener).head('/feed').expect(200)
  await request(listener).get('/feed').set('Accept-Encoding', 'br')
  await request(listener).get('/feed?page=2')
  await request(listener).get('/feed').set('X-Request-Id', 'of a proxy')
  expect(asked()).toBe(6)
})

it('leaves it to the app to say that the database does not answer', async () => {
  let isGone = false
  const { listener, asked } = appOf(async () => {
    if (isGone) throw new Error('gone')
    return 1
  })
  await request(listener).get('/feed')
  isGone = true
  const answer = request(listener).get('/feed').timeout({ response: 500 })
  await answer.catch(() => {})
  expect(asked()).toBe(2)
})
