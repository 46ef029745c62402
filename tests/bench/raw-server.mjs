// The baseline of `bench feeds`: node:http with the same headers and bytes in memory, and nothing else.
import { createServer } from 'node:http'

process.once('message', ({ headers, body }) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_request, response) => response.writeHead(200, headers).end(bytes))
  server.listen(0, 'localhost', () => process.send(server.address().port))
})
