import type { IncomingMessage } from 'node:http'

/** What is sent beyond the limit is thrown away for so long: a client that still sends may not read the answer. */
const LINGER_MS = 500

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
      if (size > limit) return
      size += chunk.byteLength
      chunks.push(chunk)
      if (size <= limit) return
      chunks.length = 0
      clearTimeout(timer)
      timer = setTimeout(() => settle('too large'), LINGER_MS)
    }
    let timer = patienceMs === undefined ? undefined : setTimeout(() => settle('too slow'), patienceMs)
    request.on('data', take)
    request.on('end', () => settle(size > limit ? 'too large' : Buffer.concat(chunks)))
    const leave = () => {
      clearTimeout(timer)
      reject(Object.assign(new Error('The connection ended in the middle of the body.'), { status: 400 }))
    }
    request.on('error', leave)
    request.on('close', leave)
  })
}
