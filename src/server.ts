/** Starts Galley and listens; nothing else. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { prepare, reportFatal, StartError } from './boot.ts'
import { type Early, serveEarly } from './early.ts'
import type { Env } from './env.ts'
import { answerClientError } from './http/client-errors.ts'
import { toProblem } from './http/problem.ts'

const SHUTDOWN_MS = 9_500
const STALLED_MS = 4_000

/** In ms. Against clients that send a byte now and then; five minutes are a picture of 25 MB at 0.7 Mbit/s. */
const TIMEOUTS = { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 65_000 }
/** In bytes: of all headers and the address together. */
const MOST_HEADERS = 16_384
/** An idle one takes about 10 KB. */
const MOST_CONNECTIONS = 20_000

/** What has been started, last first: stopped in this order. */
const running: (() => Promise<void>)[] = []

async function main() {
  const env = await prepare()
  let handle: RequestListener = stillStarting
  const limits = { ...TIMEOUTS, maxHeaderSize: MOST_HEADERS }
  const server = createServer(limits, (request, response) => handle(request, response))
  server.maxConnections = MOST_CONNECTIONS
  server.on('clientError', answerClientError)
  await listen(server, env)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  let early: Early | null = null
  running.unshift(() => {
    early?.delivery.close()
    return close(server)
  })

  early = env.role === 'worker' ? null : await serveEarly(env)
  if (early) handle = early.delivery.before(stillStarting)
  const { start } = await import('./start.ts')
  handle = await start(env, { early, running })
  announce(env)
}

/** Takes the port before everything else: a port in use should not cost the wait. */
function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE'
          ? `Port ${env.port} is in use: stop the other program or set PORT to a free one.`
          : `Galley cannot listen on ${env.host}:${env.port} (${cause.code}): check HOST and PORT.`
      reject(new StartError(why, { cause }))
    })
    server.listen(env.port, env.host, resolve)
  })
}

const stillStarting: RequestListener = (request, response) => {
  if (request.url === '/healthz') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"status":"starting"}')
    return
  }
  response.writeHead(503, { 'Content-Type': 'application/problem+json', 'Retry-After': '5' })
  response.end(
    JSON.stringify(toProblem({ status: 503, detail: 'Galley is starting: try again in a moment.' })),
  )
}

/** Stops accepting and lets what runs finish. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // A client that stalls must not keep the database from being closed.
    setTimeout(() => server.closeAllConnections(), STALLED_MS).unref()
  })
}

let isStopping = false

async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(0), SHUTDOWN_MS).unref()
  for (const end of running) await end().catch(reportFatal)
  process.exit(0)
}

function announce(env: Env): void {
  const web = [
    `  API     ${env.publicUrl}/v1/articles`,
    `  Feeds   ${env.publicUrl}/feeds/rss.xml`,
    `          ${env.publicUrl}/feeds/feed.json`,
  ]
  const admin = [`  Admin   ${env.publicUrl}/admin`, `  Login   ${env.adminEmail}`]
  const lines = [
    '',
    '  Galley is running.',
    '',
    ...(env.adminUi ? admin : []),
    ...(env.role === 'worker' ? [] : web),
  ]
  process.stdout.write(`${lines.join('\n')}\n  Health  ${env.publicUrl}/readyz\n\n`)
}

main().catch((error: unknown) => {
  reportFatal(error)
  process.exit(1)
})
