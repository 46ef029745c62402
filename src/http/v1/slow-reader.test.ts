/** Two minutes, as the clock of the test has it, are what a reader gets for an answer. */
import { connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { type DeliveryServer, startDelivery } from '../../../tests/support/delivery-server.ts'

let site: DeliveryServer
afterEach(async () => {
  vi.useRealTimers()
  await site?.close()
})

/** Far more than what sockets hold. */
const LONG = 'x'.repeat(24_000_000)

type Reader = { read: number; takeAll(): Promise<void> }

/** Takes a byte, and then nothing until it is told to. */
async function slowReader(): Promise<Reader> {
  const socket = connect(site.port, 'localhost').on('error', () => {})
  const reader: Reader = {
    read: 0,
    async takeAll() {
      socket.on('data', (bytes: Buffer) => {
        reader.read += bytes.length
      })
      if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve))
    },
  }
  socket.write('GET /v1/long HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  await new Promise((resolve) => socket.once('readable', resolve))
  reader.read += (socket.read(1) as Buffer).length
  return reader
}

test('a reader of a byte now and then is let go of after two minutes, and nobody waits for it', async () => {
  site = await startDelivery({
    answerTo: ({ path }) => ({ status: 200, body: path[0] === 'long' ? LONG : '{}', tags: null }),
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const [patient, stuck] = [await slowReader(), await slowReader()]
  vi.advanceTimersByTime(119_000)
  expect((await fetch(`${site.url}/v1/short`)).status).toBe(200)
  await patient.takeAll()
  expect(patient.read).toBeGreaterThan(LONG.length)
  vi.advanceTimersByTime(2_000)
  vi.useRealTimers()
  await setTimeout(10)
  await stuck.takeAll()
  expect(stuck.read).toBeLessThan(LONG.length)
  expect(site.errors).toEqual([])
})
