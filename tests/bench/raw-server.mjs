// The baseline of what is answered from memory: node:http with the same headers and bytes, and nothing else.
import { createServer } from 'node:http'

process.once('message', ({ status, headers, body }) => {
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_request, response) => response.writeHead(status, headers).end(bytes))
  server.listen(0, 'localhost', () => process.send(server.address().port))
})
