/** The writer (`kill-writer.ts`) in a process of its own, on the database of a test. */
import { type ChildProcess, spawn } from 'node:child_process'
import type { Env } from '../../src/env.ts'
import type { Compiled } from './compiled.ts'
import type { Plan } from './kill-writer.ts'

export type Writer = {
  child: ChildProcess
  /** What it has said, line by line. */
  lines(): string[]
  /** Resolves when it has said this; rejects when it has ended without, or after `ms`. */
  says(line: RegExp, ms: number): Promise<void>
  /** Its signal or exit code. */
  ended: Promise<NodeJS.Signals | number | null>
  /** What it has said, for a failure. */
  account(): string
}

/** Starts it; see `kill-writer.ts` for what it says. */
export function startWriter({ compiled, env, plan }: { compiled: Compiled; env: Env; plan: Plan }): Writer {
  const script = compiled.file('tests/support/kill-writer.ts')
  const child = spawn(process.execPath, ['--conditions=production', script, JSON.stringify(plan)], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      DATA_DIR: env.dataDir,
      DATABASE_URL: env.databaseUrl,
      PAYLOAD_SECRET: env.secret,
      PUBLIC_URL: env.publicUrl,
      SITE_URL: env.siteUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let errors = ''
  let isOver = false
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.on('close', (code, signal) => {
      isOver = true
      resolve(signal ?? code)
    })
  })
  const account = () => `${said.slice(-500)}\n${errors}`
  return {
    child,
    ended,
    account,
    lines: () => said.split('\n').filter(Boolean),
    async says(line, ms) {
      const until = Date.now() + ms
      while (!line.test(said)) {
        if (isOver || Date.now() > until) throw new Error(`The writer never said ${line}:\n${account()}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
  }
}
