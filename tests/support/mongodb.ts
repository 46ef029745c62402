/**
 * A MongoDB for the tests: TEST_MONGODB_URL, else a `mongod` on PATH, else `secantusd-py` (PyPI's SecantusDB, which
 * speaks MongoDB's protocol). Without any, the suites are skipped and one line says so.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import mongoose from 'mongoose'
import type { TestProject } from 'vitest/node'
import { freePort } from './program.ts'

/** Addresses that workers share out among themselves. */
export type TestMongoDB = {
  /** With `?replicaSet=`, so with transactions; empty: none. */
  withTransactions: string[]
  /** Without. */
  withoutTransactions: string[]
}

/** As in vitest.config.ts. */
export const WORKERS = 3

declare module 'vitest' {
  interface ProvidedContext {
    mongodb: TestMongoDB | null
  }
}

export default async function setup(project: TestProject) {
  const server = await start()
  project.provide('mongodb', server?.urls ?? null)
  if (!server) {
    process.stderr.write(
      'MongoDB: skipped. To run its suites set TEST_MONGODB_URL, put mongod on PATH, or: ' +
        'python3 -m venv .cache/secantus && .cache/secantus/bin/pip install --pre SecantusDB==0.7.0b3\n',
    )
  }
  return () => server?.stop()
}

type Server = { urls: TestMongoDB; stop(): void }

async function start(): Promise<Server | null> {
  const given = process.env.TEST_MONGODB_URL
  if (given) return { urls: toUrls(given), stop() {} }
  if (isOnPath('mongod')) {
    const launch = (port: number, folder: string) =>
      spawn('mongod', ['--port', `${port}`, '--dbpath', folder, '--replSet', 'rs0', '--bind_ip', '127.0.0.1'])
    return run(launch, 'rs0', true)
  }
  const secantus = ['.cache/secantus/bin/secantusd-py', 'secantusd-py'].find(isOnPath)
  if (!secantus) return null
  const launch = (port: number, folder: string) =>
    spawn(secantus, ['--port', `${port}`, '--storage-path', folder, '--log-level', 'WARNING'])
  // It answers one request at a time: each worker has its own.
  const each = await Promise.all(Array.from({ length: WORKERS }, () => run(launch, 'secantus', false)))
  return {
    urls: {
      withTransactions: each.flatMap(({ urls }) => urls.withTransactions),
      withoutTransactions: each.flatMap(({ urls }) => urls.withoutTransactions),
    },
    stop() {
      for (const one of each) one.stop()
    },
  }
}

async function run(
  launch: (port: number, folder: string) => ChildProcess,
  replicaSet: string,
  initiate: boolean,
): Promise<Server> {
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), 'galley-mongodb-'))
  const child = launch(port, folder)
  child.stdout?.resume()
  child.stderr?.resume()
  const direct = `mongodb://127.0.0.1:${port}/`
  await untilAnswers(`${direct}?directConnection=true`, initiate ? replicaSet : null)
  return {
    urls: toUrls(`${direct}?replicaSet=${replicaSet}`),
    stop() {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilAnswers(url: string, replicaSet: string | null): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const connection = await mongoose.createConnection(url, { serverSelectionTimeoutMS: 2_000 }).asPromise()
      if (replicaSet) await connection.db?.admin().command({ replSetInitiate: { _id: replicaSet } })
      await connection.close()
      return
    } catch (error) {
      if (attempt > 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

function toUrls(withTransactions: string): TestMongoDB {
  const url = new URL(withTransactions)
  const hasReplicaSet = url.searchParams.has('replicaSet')
  url.searchParams.delete('replicaSet')
  url.searchParams.set('directConnection', 'true')
  return { withTransactions: hasReplicaSet ? [withTransactions] : [], withoutTransactions: [url.href] }
}

function isOnPath(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined
}
