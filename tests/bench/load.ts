/** Requests over connections that stay open, from another process. */
import { type ChildProcess, fork } from 'node:child_process'

export type Target = {
  port: number
  /** Asked in turns; one is asked again and again. */
  paths: readonly string[]
  headers?: { [name: string]: string }
}

/** Answers a second, and how long they took in ms. */
export type Load = { perSecond: number; p50: number; p99: number; p999: number }

let client: ChildProcess | null = null

/** @throws when an answer is neither 200 nor 304. */
export async function load(
  { port, paths, headers = {} }: Target,
  { seconds, connections = 32 }: { seconds: number; connections?: number },
): Promise<Load> {
  client ??= fork('tests/bench/load-client.mjs')
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const heads = paths.map(
    (path) => `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${lines.join('')}\r\n`,
  )
  const done = new Promise<Load & { errors: number }>((resolve) => {
    client?.once('message', (message) => resolve(message as Load & { errors: number }))
  })
  client.send({ port, connections, seconds, heads })
  const { errors, ...figures } = await done
  if (errors > 0) throw new Error(`${paths[0]}: ${errors} answers were neither 200 nor 304`)
  return figures
}

export type Compared = { ours: Load; theirs: Load }

/** Both in turns, the best of each: what else the machine does at times meets both. */
export async function compare(ours: Target, theirs: Target, how: { seconds: number; connections?: number }) {
  const turns = 3
  const each = { ...how, seconds: how.seconds / turns }
  // Until both are compiled as far as they will be: the larger program takes longer.
  for (const target of [ours, theirs]) await load(target, { ...how, seconds: 1 })
  const best: Compared = { ours: await load(ours, each), theirs: await load(theirs, each) }
  for (let turn = 1; turn < turns; turn++) {
    best.ours = better(best.ours, await load(ours, each))
    best.theirs = better(best.theirs, await load(theirs, each))
  }
  return best
}

const better = (a: Load, b: Load) => (a.perSecond >= b.perSecond ? a : b)
