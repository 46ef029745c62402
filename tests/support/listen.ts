/** The app on a port of its own, for what a test must send in its own way. */
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

export async function listen(app: Express): Promise<{ port: number; close(): Promise<void> }> {
  const server = app.listen(0)
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
