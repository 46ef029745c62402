/** A whole Galley for a test file: its own folder, its own database, the real app without a socket. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import request from 'supertest'
import { inject } from 'vitest'
import { createReplica } from '../../pipelines/channels/delivery/replica.ts'
import { bootPayload, closePayload } from '../../src/boot.ts'
import { type Env, readEnv } from '../../src/env.ts'
import { createGalley, type Galley } from '../../src/galley.ts'
import { createApp } from '../../src/http/app.ts'
import { quickHashes } from './quick-hashes.ts'
import { copyTemplate, firstToken } from './template.ts'
import { createFirstUser } from './users.ts'

export type TestGalley = {
  payload: Payload
  env: Env
  galley: Galley
  app: RequestListener
  /** The same Galley over HTTP with other variables, and limits that count from nothing. */
  appWith(env: Partial<Env>): RequestListener
  /** Sends requests as the first admin. */
  admin: ReturnType<typeof signedIn>
  close(): Promise<void>
}

/** Which database the running project tests. */
export const databaseName = process.env.TEST_DATABASE ?? 'sqlite'

/** The stand-in for MongoDB takes seconds for what takes others milliseconds. */
export const patience = databaseName === 'sqlite' ? {} : { patienceMs: 90_000 }

/** Null when the project's database is not there: the suite is then skipped. */
export function databaseUrl(): string | null {
  if (databaseName === 'sqlite') return ''
  const urls = inject('mongodb')
  const all = (databaseName === 'mongodb' ? urls?.withTransactions : urls?.withoutTransactions) ?? []
  const url = all[Number(process.env.VITEST_POOL_ID ?? 0) % all.length]
  return url ? withDatabase(url, `galley_${randomBytes(5).toString('hex')}`) : null
}

/** Boots on a new database, or (`from`) on the folder and database of another one that was closed. `how`: of its Galley. */
export async function startGalley(
  variables: { [name: string]: string } = {},
  from?: Pick<TestGalley, 'env'>,
  how?: Parameters<typeof createGalley>[2],
): Promise<TestGalley> {
  quickHashes()
  const dataDir = from?.env.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'galley-test-')))
  const url = from?.env.databaseUrl ?? databaseUrl()
  const env = readEnv({
    DATA_DIR: dataDir,
    ...(url ? { DATABASE_URL: url } : {}),
    PAYLOAD_SECRET: 'a secret for tests only',
    PUBLIC_URL: 'http://cms.test',
    SITE_URL: 'http://www.test',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...variables,
  })
  const key = randomUUID()
  // The template's session is signed with the usual secret.
  const isUsual = !from && variables.PAYLOAD_SECRET === undefined
  const isCopy =
    isUsual && databaseName === 'sqlite' && (await copyTemplate(inject('templates'), env.databaseUrl))
  const payload = await bootPayload(env, key, patience)
  const replica = env.role === 'worker' ? null : createReplica(env.dataDir)
  const galley = createGalley(payload, env, { replica, ...how })
  const begun = { payload, url: env.databaseUrl, isCopy }
  const token = isUsual
    ? await firstToken(inject('templates'), begun, () => createFirstUser(payload))
    : await createFirstUser(payload)
  await galley.start()
  const appWith = (other: Partial<Env>) =>
    createApp({ payload, env: { ...env, ...other }, galley, cacheKey: key })
  const app = appWith({})
  return {
    payload,
    env,
    galley,
    app,
    appWith,
    admin: signedIn(app, token),
    async close() {
      await galley.stop()
      await closePayload(payload)
      if (!from) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** supertest with an Authorization header. */
export function signedIn(app: RequestListener, token: string) {
  const send = (method: 'get' | 'head' | 'post' | 'patch' | 'delete') => (url: string) =>
    request(app)[method](url).set('Authorization', `JWT ${token}`)
  return {
    get: send('get'),
    head: send('head'),
    post: send('post'),
    patch: send('patch'),
    delete: send('delete'),
  }
}

function withDatabase(url: string, name: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${name}`
  return parsed.href
}
