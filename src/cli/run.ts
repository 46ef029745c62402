/** What the commands have in common. */
import type { Payload } from 'payload'
import { readFingerprint } from '../../pipelines/ledger/meta.ts'
import { reportFatal } from '../boot.ts'
import type { Env } from '../env.ts'
import { progressBar } from '../progress.ts'

/** The exit code of a command that was stopped before it was through: what a shell answers for Ctrl-C. */
export const STOPPED = 130

/** A command's own words are its output: the log speaks up from warnings on, unless somebody wants more. */
export function quiet(env: Env): Env {
  return env.logLevel === 'info' ? { ...env, logLevel: 'warn' } : env
}

/** Aborted by the first Ctrl-C (or SIGTERM), which says `message`; a second one ends the process at once. */
export function interruption(message: string): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(STOPPED)
    process.stderr.write(`\n${message}\n`)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}

/**
 * Works under a progress bar, which is wiped before this answers: what `work` answers, or STOPPED when it throws after
 * `signal` was aborted.
 */
export async function underBar(
  title: string,
  signal: AbortSignal,
  work: (bar: ReturnType<typeof progressBar>) => Promise<number>,
): Promise<number> {
  const bar = progressBar(title)
  try {
    return await work(bar)
  } catch (error) {
    if (signal.aborted) return STOPPED
    throw error
  } finally {
    bar.stop()
  }
}

/**
 * A command that is started without the server's PORT or PUBLIC_URL takes the addresses that the site was last
 * published with, so that it does not publish everything anew under addresses that it only assumes.
 */
export async function atKnownAddresses(payload: Payload, env: Env): Promise<Env> {
  const known = env.isAddressAssumed ? await readFingerprint(payload) : null
  return known ? { ...env, siteUrl: known.siteUrl, publicUrl: known.publicUrl } : env
}

/** Runs a command and ends the process with its exit code; 1 when it throws, after saying why. */
export function run(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      reportFatal(error)
      process.exit(1)
    },
  )
}
