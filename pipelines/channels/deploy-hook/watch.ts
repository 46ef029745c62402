/** Calls the hook when a burst of publications is over; what was not told before a restart is told after it. */
import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { outside } from '../../../database/together.ts'
import { callHook } from './call.ts'
import { type Calls, claim, type Outcome, readCalls, release, timeOf } from './state.ts'
import { isOver, pauseAfter, QUIET_SECONDS, TRIES } from './when.ts'

const EVERY_MS = 1_000

export type DeployHook = {
  /** Looks every second and keeps no process alive. */
  start(): void
  /** Looks now, and calls if it is time. */
  look(): Promise<void>
  /** Ends a call that runs: it is made again by whoever comes next. */
  stop(): Promise<void>
}

export type DeployHookOptions = {
  /** In ms. */
  now?: () => number
  everyMs?: number
  timeoutMs?: number
}

/** Any number of processes may run it: a lease sees to it that one calls. */
export function watchDeployHook(payload: Payload, options: DeployHookOptions = {}): DeployHook {
  const { now = Date.now, everyMs = EVERY_MS, timeoutMs } = options
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()

  async function look() {
    try {
      const calls = await readCalls(payload)
      if (!calls || calls.waiting === 0) return
      const { url, quiet } = await readSetting(payload)
      const failed = digest(url)
      const isWaitedFor = calls.failures > 0 && calls.failed === failed && timeOf(calls.nextAt) > now()
      const burst = { first: timeOf(calls.firstAt), last: timeOf(calls.newestAt) }
      if (url !== '' && (isWaitedFor || !isOver(burst, quiet, now()))) return
      const mine = await claim(payload, calls, now())
      if (mine) await release(payload, mine, url === '' ? { isSettled: true } : await tell(url, mine))
    } catch (err) {
      payload.logger.error({ err, msg: 'deploy-hook.look_failed: looks again' })
    }
  }

  async function tell(url: string, { seq, waiting, failures: before, failed }: Calls): Promise<Outcome> {
    const { signal } = stopping
    const body = { seq, publications: waiting }
    const called = await callHook({ url, body, signal, ...(timeoutMs ? { timeoutMs } : {}) }).catch(
      () => null,
    )
    if (!called) return { isSettled: false }
    const result = { ...called, calledAt: new Date(now()).toISOString() }
    if (called.error === null) {
      payload.logger.info({ msg: 'deploy-hook.called', seq, status: called.status })
      return { ...result, isSettled: true, failures: 0, nextAt: null, failed: null }
    }
    const known = digest(url)
    const failures = (failed === known ? before : 0) + 1
    const isGivenUp = failures >= TRIES
    const msg = isGivenUp ? 'deploy-hook.given_up' : 'deploy-hook.failed'
    payload.logger.error({ msg, seq, status: called.status, reason: called.error, failures })
    const nextAt = isGivenUp ? null : new Date(now() + pauseAfter(failures)).toISOString()
    // The next publication begins anew.
    return { ...result, isSettled: isGivenUp, failures: isGivenUp ? 0 : failures, nextAt, failed: known }
  }

  function wait() {
    if (stopping.signal.aborted) return
    timer = outside(() =>
      setTimeout(() => {
        looking = look().then(wait)
      }, everyMs),
    )
    timer.unref()
  }

  return {
    look,
    start: wait,
    async stop() {
      clearTimeout(timer)
      stopping.abort()
      await looking
    },
  }
}

/** What an address is known by where it must not be read. */
const digest = (url: string) => createHash('sha256').update(url).digest('base64url').slice(0, 16)

/** `url`: empty when there is none. `quiet`: in ms. */
async function readSetting(payload: Payload): Promise<{ url: string; quiet: number }> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0, overrideAccess: true })
  const { url, quietSeconds } =
    (settings as { deployHook?: { url?: unknown; quietSeconds?: unknown } }).deployHook ?? {}
  const seconds = typeof quietSeconds === 'number' ? quietSeconds : QUIET_SECONDS
  return { url: typeof url === 'string' ? url.trim() : '', quiet: seconds * 1000 }
}
