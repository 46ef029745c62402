/** The baseline of everything that is answered from memory: bare `node:http` with the same headers and bytes. */
import { fork } from 'node:child_process'
import { get, type IncomingHttpHeaders } from 'node:http'

export type Raw = { port: number; bytes: number; stop(): void }

/** A server of its own that answers everything as `url` is answered now. */
export async function startRaw(url: string, asked: { [name: string]: string }): Promise<Raw> {
  const { status, headers, body } = await readRaw(url, asked)
  for (const own of ['date', 'connection', 'keep-alive', 'transfer-encoding']) delete headers[own]
  const child = fork('tests/bench/raw-server.mjs')
  const port = await new Promise<number>((resolve) => {
    child.once('message', (message) => resolve(Number(message)))
    const length = status === 304 ? {} : { 'content-length': `${body.length}` }
    child.send({ status, headers: { ...headers, ...length }, body: body.toString('base64') })
  })
  return { port, bytes: body.length, stop: () => void child.kill() }
}

type RawAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** The bytes as they come, still encoded. */
export function readRaw(url: string, asked: { [name: string]: string }): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: asked }, (answer) => {
      const chunks: Buffer[] = []
      answer
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        )
    })
    request.on('error', reject)
  })
}
