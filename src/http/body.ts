import type { IncomingMessage } from 'node:http'

/**
 * The whole body; null, with nothing read, when it may be larger than `limit` bytes.
 * @throws when the client goes away in the middle of it.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (encoding !== undefined || Number(length ?? 0) > limit) return null
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
