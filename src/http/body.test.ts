import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { readBody } from './body.ts'

/** Sends `parts` to a server that answers what it read; the body stays open unless `ends`. */
async function read(parts: string[], options: { patienceMs?: number; ends?: boolean; length?: number } = {}) {
  const { patienceMs, ends = true, length } = options
  const server = createServer(async (request, response) => {
    const body = await readBody(request, { limit: 10, patienceMs })
    response.setHeader('Connection', 'close').end(String(body))
  }).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await new Promise<string>((resolve, reject) => {
      const headers = length === undefined ? {} : { 'Content-Length': length }
      const sending = httpRequest({ port, method: 'POST', headers }, async (response) => {
        let text = ''
        for await (const chunk of response) text += chunk
        resolve(text)
      }).on('error', reject)
      for (const part of parts) sending.write(part)
      if (ends) sending.end()
      else sending.flushHeaders()
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

it('reads a body whose length is said, and one that comes in chunks', async () => {
  expect(await read(['0123456789'], { length: 10 })).toBe('0123456789')
  expect(await read(['01234', '56789'])).toBe('0123456789')
  expect(await read([])).toBe('')
})

it('stops at the limit, also when the rest is still to come', async () => {
  expect(await read(['01234', '567890'], { ends: false })).toBe('too large')
  expect(await read(['01234567890'])).toBe('too large')
})

it('stops waiting for a body that does not end', async () => {
  expect(await read(['01'], { patienceMs: 20, ends: false })).toBe('too slow')
  expect(await read(['01'], { patienceMs: 20, ends: false, length: 5 })).toBe('too slow')
})

it('throws when the client goes away', async () => {
  const server = createServer().listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  const failed = new Promise((resolve) =>
    server.once('request', (request) => {
      readBody(request, { limit: 10 }).catch(resolve)
      sending.destroy()
    }),
  )
  const sending = httpRequest({ port: (server.address() as AddressInfo).port, method: 'POST' })
  sending.on('error', () => {})
  sending.write('01')
  expect(await failed).toMatchObject({ status: 400, message: expect.stringMatching(/ended in the middle/) })
  server.close()
})
