/** Everything of the server that needs Payload: loaded when the port is open and the read model answers. */
import type { RequestListener } from 'node:http'
import { bootPayload, closePayload } from './boot.ts'
import { putDemoIn } from './demo.ts'
import type { Early } from './early.ts'
import type { Env } from './env.ts'
import { makeFirstUser } from './first-user.ts'
import { createGalley } from './galley.ts'
import { adminHandler } from './http/admin.ts'
import { createApp, faultsTo } from './http/app.ts'
import { progressBar } from './progress.ts'

/** `running`: what has been started, in the order in which it is to be stopped; the HTTP server comes first. */
export async function start(
  env: Env,
  { early, running }: { early: Early | null; running: (() => Promise<void>)[] },
): Promise<RequestListener> {
  const payload = await bootPayload(env)
  running.push(() => closePayload(payload))
  await early?.handOver(faultsTo(payload))
  const galley = createGalley(payload, env, { replica: early?.replica ?? null })
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
  return createApp({
    payload,
    env,
    galley,
    ...(early ? { delivery: early.delivery } : {}),
    ...(admin ? { admin: admin.handler } : {}),
  })
}
