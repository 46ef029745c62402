/** What Node cannot read as a request, or does not want to: said as other problems are, before the connection ends. */
import type { Socket } from 'node:net'
import { toProblem } from './problem.ts'

const SAID: { [code: string]: { status: number; detail: string } } = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'The address and the headers together are longer than 16 KB.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'The request did not come in time.' },
}

/** For a server's `clientError`. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  const { _httpMessage: answer } = socket as { _httpMessage?: { headersSent: boolean } }
  // In the middle of an answer nothing else can be said.
  if (!socket.writable || error.code === 'ECONNRESET' || answer?.headersSent) return void socket.destroy()
  const problem = SAID[error.code ?? ''] ?? { status: 400, detail: 'This is no HTTP request.' }
  const said = toProblem(problem)
  const body = JSON.stringify(said)
  const head = [
    `HTTP/1.1 ${problem.status} ${said.title}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  // Whoever goes on to send is not listened to.
  socket.destroySoon()
}
