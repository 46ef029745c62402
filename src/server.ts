/** Starts Galley and listens; nothing else. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { createReplica } from '../pipelines/channels/delivery/replica.ts'
import { bootPayload, closePayload, prepare, reportFatal, StartError } from './boot.ts'
import { putDemoIn } from './demo.ts'
import type { Env } from './env.ts'
import { makeFirstUser } from './first-user.ts'
import { createGalley } from './galley.ts'
import { adminHandler } from './http/admin.ts'
import { createApp } from './http/app.ts'
import { toProblem } from './http/problem.ts'
import { progressBar } from './progress.ts'

const SHUTDOWN_MS = 9_500
const STALLED_MS = 4_000

/** In ms. Against clients that send a byte now and then; five minutes are a picture of 25 MB at 0.7 Mbit/s. */
const TIMEOUTS = { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 65_000 }

/** What has been started, last first: stopped in this order. */
const running: (() => Promise<void>)[] = []

async function main() {
  const env = await prepare()
  let handle: RequestListener = stillStarting
  const server = createServer(TIMEOUTS, (request, response) => handle(request, response))
  await listen(server, env)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  running.unshift(() => close(server))

  const replica = env.role === 'worker' ? null : createReplica(env.dataDir)
  const payload = await bootPayload(env)
  running.push(() => closePayload(payload))
  const galley = createGalley(payload, env, { replica })
  const { isNew, password } = await makeFirstUser(payload, env)
  if (password) {
    // At once: what stops the start from here on must not take the only password with it.
    process.stdout.write(`\n  First user: ${env.adminEmail}  password: ${password}  (shown once)\n`)
  }
  running.splice(1, 0, () => galley.stop())
  await galley.start()
  if (env.demo) {
    const bar = progressBar('Demo content')
    await putDemoIn({ payload, galley, dataDir: env.dataDir, isNew, onProgress: bar.update })
    bar.stop()
  }
  const admin = env.adminUi
    ? await adminHandler({ dir: process.cwd(), dev: env.dev, siteUrl: env.siteUrl })
    : null
  if (admin) running.splice(1, 0, admin.close)
  handle = createApp({ payload, env, galley, ...(admin ? { admin: admin.handler } : {}) })
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
