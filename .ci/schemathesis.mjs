// @ts-check
/**
 * Schemathesis, a fuzzer that others wrote, against the built program with demo content: whatever the document of the
 * API allows, and what it does not, is asked for, and every answer must be one that the document describes.
 *
 * `--outputFile.json=<path>`: figures as vitest gives them, an operation is a test. Without: only what it prints.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** It runs in another folder. */
const PROGRAM = path.resolve(process.env.SCHEMATHESIS ?? '.cache/schemathesis/bin/schemathesis')
/** Of what hangs: it takes a minute or two. */
const LONGEST_MS = 300_000
const START_MS = 240_000

/** A stream does not end, and drafts need a token: both have tests of their own (tests/http). */
const LEFT_OUT = ['/v1/changes', '/v1/preview/{type}/{slug}']

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
]

const folder = mkdtempSync(path.join(tmpdir(), 'galley-fuzz-'))
const port = await freePort()
const url = `http://localhost:${port}`
const server = spawn(process.execPath, ['--conditions=production', 'dist/src/server.js'], {
  env: {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    PORT: `${port}`,
    DATA_DIR: path.join(folder, 'data'),
    PUBLIC_URL: url,
    ADMIN_UI: 'off',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})
let code = 1
try {
  await ready()
  const document = await withRealExamples()
  code = fuzz(document)
} finally {
  server.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
process.exit(code)

async function ready() {
  const until = Date.now() + START_MS
  while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) {
    if (server.exitCode !== null || Date.now() > until) throw new Error('The server did not start.')
    await setTimeout(200)
  }
}

/**
 * The server's own document, with slugs and ids of what it has: else most of what is asked for is not there. Without
 * the header that makes Galley wait a second before it says 503, as it should.
 */
async function withRealExamples() {
  const document = await get('/v1/openapi.json')
  const profiles = await get('/v1/role-profiles?fields=slug')
  for (const [address, { get: operation }] of Object.entries(document.paths)) {
    const parameters = /** @type {{ name: string, in: string, example?: unknown }[]} */ (
      operation.parameters ?? []
    )
    operation.parameters = parameters.filter(({ name }) => name !== 'Galley-Min-Seq')
    if (address.includes('/compare/'))
      for (const [index, one] of operation.parameters.slice(0, 2).entries())
        one.example = profiles.data[index].slug
    const own = parameters.find((one) => one.in === 'path')
    if (!own || LEFT_OUT.includes(address)) continue
    const type = address.startsWith('/v1/items/') ? 'articles' : address.split('/')[2]
    const { data } = await get(`/v1/${type}?limit=1&fields=slug`)
    own.example = own.name === 'id' ? data[0].id : data[0].slug
  }
  const file = path.join(folder, 'openapi.json')
  writeFileSync(file, JSON.stringify(document))
  return file
}

/** @param {string} address */
async function get(address) {
  const answer = await fetch(url + address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** @param {string} document */
function fuzz(document) {
  const report = path.join(folder, 'report.json')
  const { status, error } = spawnSync(
    PROGRAM,
    [
      'run',
      document,
      `--url=${url}`,
      `--checks=${CHECKS.join(',')}`,
      ...LEFT_OUT.map((address) => `--exclude-path=${address}`),
      '--phases=examples,coverage,fuzzing',
      '--max-examples=15',
      '--seed=1',
      '--workers=2',
      '--request-timeout=10',
      '--continue-on-failure',
      '--generation-database=none',
      '--no-color',
      '--report=json',
      `--report-json-path=${report}`,
    ],
    { stdio: 'inherit', cwd: folder, timeout: LONGEST_MS },
  )
  if (error) throw error
  const output = process.argv.find((one) => one.startsWith('--outputFile.json='))
  writeFigures(report, output?.slice('--outputFile.json='.length))
  return status ?? 1
}

/**
 * As vitest's, an operation being a test. No report is a failure; so is less than every operation.
 * @param {string} report
 * @param {string | undefined} output
 */
function writeFigures(report, output) {
  const { operations, failures, errors } = JSON.parse(readFileSync(report, 'utf8'))
  const faulty = new Set(failures.flatMap((/** @type {{ operations: string[] }} */ one) => one.operations))
  const failed = Math.max(faulty.size, errors.length > 0 ? 1 : 0)
  const figures = {
    numPassedTests: operations.tested - faulty.size,
    numFailedTests: failed,
    numPendingTests: operations.selected - operations.tested,
    numTodoTests: 0,
    testResults: [],
  }
  process.stdout.write(`${figures.numPassedTests} operations passed, ${failed} failed\n`)
  if (output) writeFileSync(output, JSON.stringify(figures))
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
