/** The built program in a process of its own: `npm run build` first. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

export const PASSWORD = 'a password for tests'

/** Of what hangs: the demo content takes a slow machine some minutes. */
const START_MS = 280_000

export type Program = {
  child: ChildProcess
  url: string
  /** What it has printed so far. */
  stdout(): string
  stderr(): string
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
  kill(signal: NodeJS.Signals): void
}

/** A program that was started, and that nobody waits for. */
export type Run = Omit<Program, 'url'>

export const newDataDir = () => mkdtemp(path.join(tmpdir(), 'galley-e2e-'))

/** What still runs: it ends with the tests, whyever they end. */
const alive = new Set<Run>()
process.on('exit', () => {
  for (const { kill } of alive) kill('SIGKILL')
})
// That is how vitest ends its workers, and by itself it is no exit.
process.once('SIGTERM', () => process.exit(143))

/** What the tests of a file start and write. `clear` ends and removes all of it. */
export function newStage() {
  const programs: Run[] = []
  const folders: string[] = []
  const run = (entry: string, variables: { [name: string]: string }, args?: string[]) => {
    const program = runProgram(entry, variables, args)
    programs.push(program)
    return program
  }
  return {
    run,
    /** A server that is ready, without the admin. */
    async start(variables: { [name: string]: string }): Promise<Program> {
      const program = await startProgram({ ADMIN_UI: 'off', ...variables })
      programs.push(program)
      return program
    },
    async startByNpm(variables: { [name: string]: string }): Promise<Program> {
      const program = await startByNpm(variables)
      programs.push(program)
      return program
    },
    /** `npm run <command> -- <args>`, to its end. */
    async command(name: string, DATA_DIR: string, ...args: string[]) {
      const { ended, stdout, stderr } = run(`cli/${name}.js`, { DATA_DIR }, args)
      return { code: await ended, stdout: stdout(), stderr: stderr() }
    },
    async folder(): Promise<string> {
      const made = await newDataDir()
      folders.push(made)
      return made
    },
    async clear(): Promise<void> {
      for (const { kill } of programs) kill('SIGKILL')
      await Promise.all(programs.splice(0).map(({ ended }) => ended))
      for (const each of folders.splice(0)) await rm(each, { recursive: true, force: true })
    },
  }
}

/** As `npm start` has them. */
const FLAGS = ['--conditions=production', '--max-semi-space-size=8']

/** Starts `dist/<entry>` and does not wait. */
export function runProgram(entry: string, variables: { [name: string]: string }, args: string[] = []): Run {
  const command = [process.execPath, ...FLAGS, `dist/src/${entry}`, ...args]
  return runCommand(command, { NODE_ENV: 'production', LOG_LEVEL: 'warn', ...variables })
}

/** `isGroup`: it is a process group of its own, and all of that is killed. */
function runCommand(
  [file = '', ...args]: string[],
  variables: { [name: string]: string },
  isGroup = false,
): Run {
  const env: { [name: string]: string } = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    ...variables,
  }
  const child = spawn(file, args, {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: isGroup,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  // When nobody holds the other end of its pipes any more: for a group, when all of it has ended.
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  let isOver = false
  const kill = (signal: NodeJS.Signals) => {
    if (!isOver && child.pid) process.kill(isGroup ? -child.pid : child.pid, signal)
  }
  const run = { child, ended, kill, stdout: () => stdout, stderr: () => stderr }
  alive.add(run)
  ended.then(() => {
    isOver = true
    alive.delete(run)
  })
  return run
}

/** Starts the server on a free port and waits until it is ready. */
export function startProgram(variables: { [name: string]: string }): Promise<Program> {
  return onFreePort((given) => runProgram('server.js', { ...given, ...variables }))
}

/** The same as people do it. */
function startByNpm(variables: { [name: string]: string }): Promise<Program> {
  const start = (given: { [name: string]: string }) =>
    // A SIGKILL would end npm alone, and a terminal's Ctrl-C goes to all of them.
    runCommand(['npm', 'start'], { LOG_LEVEL: 'warn', ...given, ...variables }, true)
  return onFreePort(start)
}

async function onFreePort(start: (variables: { [name: string]: string }) => Run): Promise<Program> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const program = start({ PORT: `${port}`, ADMIN_PASSWORD: PASSWORD })
  let isOver = false
  program.ended.then(() => {
    isOver = true
  })
  const until = Date.now() + START_MS
  for (;;) {
    const ready = await fetch(`${url}/readyz`).catch(() => null)
    if (ready?.ok) return { ...program, url }
    if (isOver || Date.now() > until) {
      program.kill('SIGKILL')
      throw new Error(`The server did not start:\n${program.stdout()}${program.stderr()}`)
    }
    await setTimeout(100)
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
