/** What the commands have in common. */
import type { Env } from '../env.ts'

/** A command's own words are its output: the log speaks up from warnings on, unless somebody wants more. */
export function quiet(env: Env): Env {
  return env.logLevel === 'info' ? { ...env, logLevel: 'warn' } : env
}

/** Aborted by the first Ctrl-C (or SIGTERM), which says `message`; a second one ends the process at once. */
export function interruption(message: string): AbortSignal {
  const controller = new AbortController()
  const stop = () => {
    if (controller.signal.aborted) process.exit(130)
    process.stderr.write(`\n${message}\n`)
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
