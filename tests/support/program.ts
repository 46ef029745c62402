/** The built program in a process of its own: `npm run build` first. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const PASSWORD = 'a password for tests'

export type Program = {
  child: ChildProcess
  url: string
  /** What it has printed so far. */
  stdout(): string
  stderr(): string
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
}

export const newDataDir = () => mkdtemp(path.join(tmpdir(), 'galley-e2e-'))

/** Starts `dist/<entry>` and does not wait. */
export function runProgram(
  entry: string,
  variables: { [name: string]: string },
  args: string[] = [],
): Omit<Program, 'url'> {
  const child = spawn(process.execPath, ['--conditions=production', `dist/src/${entry}`, ...args], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  return { child, ended, stdout: () => stdout, stderr: () => stderr }
}

/** Starts the server on a free port and waits until it is ready. */
export async function startProgram(variables: { [name: string]: string }): Promise<Program> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const program = runProgram('server.js', { PORT: `${port}`, ADMIN_PASSWORD: PASSWORD, ...variables })
  let isOver = false
  program.ended.then(() => {
    isOver = true
  })
  for (let attempt = 0; ; attempt++) {
    const ready = await fetch(`${url}/readyz`).catch(() => null)
    if (ready?.ok) return { ...program, url }
    if (isOver || attempt > 1800)
      throw new Error(`The server did not start:\n${program.stdout()}${program.stderr()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
