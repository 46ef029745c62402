/** The app on a port of its own, for what a test must send in its own way. */

import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { answerClientError } from '../../src/http/client-errors.ts'

export async function listen(app: RequestListener): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(app).on('clientError', answerClientError).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Sends exactly these bytes and reads, as Latin-1, until the connection ends, or until `isEnough` of what came. */
export function exchange(socket: Socket, bytes: string, isEnough = (_: string) => false): Promise<string> {
  return new Promise((resolve) => {
    let read = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      read += chunk
      if (isEnough(read)) socket.destroy()
    })
    // The other end may close while something is still on its way there.
    socket.on('error', () => {}).once('close', () => resolve(read))
    socket.write(bytes, 'latin1')
  })
}
