// @ts-check
/**
 * Builds what is missing or stale, and says so. Plain JavaScript, because it runs before anything is compiled.
 * `--server`: without the admin UI.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const FOLDERS = ['src', 'collections', 'pipelines', 'media', 'database']
const FILES = [
  'payload.config.ts',
  'payload-types.ts',
  'next.config.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
]

/** @typedef {{ title: string, stamp: string, output: string, command: string, args: string[] }} Step */

/** @type {Step} */
const server = {
  title: 'Building the server',
  stamp: 'dist/.built-from',
  output: 'dist',
  command: 'node_modules/.bin/tsc',
  args: ['-p', 'tsconfig.build.json'],
}
/** @type {Step} */
const admin = {
  title: 'Building the admin',
  stamp: '.next/.built-from',
  output: '.next',
  command: 'node_modules/.bin/next',
  args: ['build'],
}

const isServerOnly =
  process.argv.includes('--server') || process.env.ADMIN_UI === 'off' || process.env.ROLE === 'worker'

async function main() {
  if (!existsSync('node_modules/.bin/tsc'))
    throw new Error('The packages are not installed: run "npm ci" first.')
  const source = hashOfSources()
  const steps = (isServerOnly ? [server] : [server, admin]).filter((step) => read(step.stamp) !== source)
  for (const step of steps) {
    await run(step)
    writeFileSync(step.stamp, source)
  }
}

function hashOfSources() {
  const hash = createHash('sha256')
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  )
  for (const file of [...files, ...FILES].sort())
    hash
      .update(file)
      .update('\0')
      .update(read(file) ?? '')
      .update('\0')
  return hash.digest('hex')
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Shows how long it takes on a terminal; prints the tool's output only when it fails. @param {Step} step */
function run(step) {
  const started = Date.now()
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`
  const isTerminal = process.stderr.isTTY
  const reason = existsSync(step.stamp) ? 'the sources have changed' : 'not built yet'
  process.stderr.write(`  ${step.title} (${reason}) …${isTerminal ? '' : '\n'}`)
  const ticking = isTerminal
    ? setInterval(() => process.stderr.write(`\r  ${step.title} (${reason}) … ${seconds()} `), 1000)
    : undefined
  if (step === server) rmSync(step.output, { recursive: true, force: true })
  else rmSync(step.stamp, { force: true })
  return new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NODE_OPTIONS: '--conditions=production',
    }
    const child = spawn(step.command, step.args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(ticking)
      if (code === 0) {
        process.stderr.write(
          isTerminal ? `\r  ${step.title}: done in ${seconds()}              \n` : `  done in ${seconds()}\n`,
        )
        resolve(undefined)
      } else reject(new Error(`\n${output}\n${step.title} failed: the lines above say why.`))
    })
  })
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
