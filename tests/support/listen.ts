/** The app on a port of its own, for what a test must send in its own way. */

import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export async function listen(app: RequestListener): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(app).listen(0)
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
