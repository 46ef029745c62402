import type { IncomingMessage } from 'node:http'

/** For so long a client may go on sending after it was answered. */
const LINGER_MS = 10_000

/**
 * The whole body, whether its length is said or not; what is wrong with one that is larger than `limit` bytes or
 * has not ended after `patienceMs` (absent: as long as the server lets it). The request can still be answered then.
 * @throws when the client goes away in the middle of it; `status` 400.
 */
export function readBody(
  request: IncomingMessage,
  { limit, patienceMs }: { limit: number; patienceMs?: number | undefined },
): Promise<Buffer | 'too large' | 'too slow'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const settle = (outcome: Buffer | 'too large' | 'too slow') => {
      clearTimeout(timer)
      request.off('data', take).resume()
      resolve(outcome)
    }
    // Not `for await`: leaving it early would end the connection, and with it the answer.
    const take = (chunk: Buffer) => {
      size += chunk.byteLength
      chunks.push(chunk)
      if (size <= limit) return
      settle('too large')
    }
    const timer = patienceMs === undefined ? undefined : setTimeout(() => settle('too slow'), patienceMs)
    request.on('data', take)
    request.on('end', () => settle(Buffer.concat(chunks)))
    const leave = () => {
      clearTimeout(timer)
      reject(Object.assign(new Error('The connection ended in the middle of the body.'), { status: 400 }))
    }
    request.on('error', leave)
    request.on('close', leave)
  })
}

/** The body as it comes; fails after `limit` bytes, once `onTooLarge` was called. The request can still be answered then. */
export function bodyUpTo(
  request: IncomingMessage,
  limit: number,
  onTooLarge: () => void,
): ReadableStream<Uint8Array> {
  let size = 0
  let isOpen = true
  // Not `Readable.toWeb` nor `for await`: leaving them early ends the connection, and with it the answer.
  return new ReadableStream({
    start(controller) {
      const over = (how: () => void) => () => {
        if (isOpen) how()
        isOpen = false
      }
      request.on('data', (chunk: Buffer) => {
        if (!isOpen) return
        size += chunk.byteLength
        if (size > limit) {
          onTooLarge()
          over(() => controller.error(new Error('The body is too large.')))()
          return
        }
        controller.enqueue(chunk)
        if ((controller.desiredSize ?? 0) <= 0) request.pause()
      })
      request.once(
        'end',
        over(() => controller.close()),
      )
      request.once('error', (error) => over(() => controller.error(error))())
    },
    pull() {
      request.resume()
    },
    cancel() {
      isOpen = false
    },
  })
}

/**
 * For an answer that goes out before the body was read to its end: a connection that is closed on a client that still
 * sends is reset, and the answer is lost with it; one that nobody reads takes no further request.
 */
export function throwRestAway(request: IncomingMessage): void {
  request.removeAllListeners('data').resume()
  if (request.complete) return
  const timer = setTimeout(() => request.destroy(), LINGER_MS).unref()
  request.once('close', () => clearTimeout(timer))
}
