/** What `openapi-typescript` makes of `/v1/openapi.json` compiles, and a program written with it reads a running Galley. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTypescript, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startGalley, type TestGalley } from '../support/galley.ts'
import { listen } from '../support/listen.ts'
import { paragraphs } from '../support/text.ts'

let galley: TestGalley
let server: Awaited<ReturnType<typeof listen>>
let folder: string

beforeAll(async () => {
  galley = await startGalley()
  server = await listen(galley.app)
  await mkdir('.cache', { recursive: true })
  // In the tree, so that it finds its packages.
  folder = await mkdtemp(path.resolve('.cache/client-'))
})
afterAll(async () => {
  await server?.close()
  await galley?.close()
  if (folder) await rm(folder, { recursive: true })
})

it('lists, pages, gets, and handles what is not there', async () => {
  for (const title of ['Bark', 'Acorn', 'Crown'])
    await galley.payload.create({
      collection: 'articles',
      data: { title, body: paragraphs('Words about it.'), _status: 'published' } as never,
    })
  await galley.galley.settled()
  const address = `http://127.0.0.1:${server.port}`
  const document = await (await fetch(`${address}/v1/openapi.json`)).json()
  await writeFile(path.join(folder, 'api.ts'), astToString(await openapiTypescript(document)))
  await copyFile('tests/fixtures/client/program.ts.txt', path.join(folder, 'program.ts'))
  expect(compile(path.join(folder, 'program.ts'))).toEqual([])

  const compiled = pathToFileURL(path.join(folder, '.cache', path.basename(folder), 'program.js')).href
  const { run } = (await import(compiled)) as {
    run(address: string, slug: string): Promise<unknown>
  }
  expect(await run(address, 'acorn')).toEqual({
    titles: ['Acorn', 'Bark', 'Crown'],
    title: 'Acorn',
    headings: [],
    missing: { status: 404, detail: expect.stringContaining('never-was') },
    refused: { status: 400, allowed: expect.arrayContaining(['title', '-title']) },
  })
})

/** Answers what the compiler says. */
function compile(file: string): string[] {
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    rewriteRelativeImportExtensions: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    types: [],
    rootDir: process.cwd(),
    outDir: path.dirname(file),
  })
  const { diagnostics } = program.emit()
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  )
}
