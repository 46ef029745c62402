/** The program's sources and the tests' own as plain JavaScript: a child process under tsx takes seconds to start. */
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import ts from 'typescript'
import { inject } from 'vitest'
import { exists } from '../../database/exists.ts'

const FOLDERS = ['src', 'collections', 'pipelines', 'media', 'database', 'tests/support']
const FILES = ['payload.config.ts', 'payload-types.ts']

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  jsx: ts.JsxEmit.ReactJSX,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
}

export type Compiled = {
  /** Where a source of this name (`tests/support/writer.ts`) lies now; absolute. */
  file(source: string): string
  remove(): Promise<void>
}

/** Compiles everything, without looking at types, to a folder of its own where `node_modules` is found. */
export async function compile(): Promise<Compiled> {
  const known = await compileOnce()
  await mkdir('.cache', { recursive: true })
  const folder = path.resolve(await mkdtemp('.cache/compiled-'))
  await cp(known, folder, { recursive: true })
  return {
    file: (source) => toJavaScript(folder, source),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const toJavaScript = (folder: string, source: string) => path.join(folder, source.replace(/\.tsx?$/, '.js'))

/** For a whole run: it takes many seconds of a slow machine. Answers the folder. */
async function compileOnce(): Promise<string> {
  const folder = path.join(inject('templates'), 'compiled')
  if (await exists(folder)) return folder
  const own = await mkdtemp(`${folder}-`)
  await compileInto(own)
  // Another process may have been first.
  await rename(own, folder).catch(() => rm(own, { recursive: true }))
  return folder
}

async function compileInto(folder: string): Promise<void> {
  const found = await Promise.all(
    FOLDERS.map(async (name) =>
      (await readdir(name, { recursive: true })).map((file) => path.join(name, file)),
    ),
  )
  const sources = [...found.flat(), ...FILES].filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
  )
  await Promise.all(
    sources.map(async (source) => {
      const { outputText } = ts.transpileModule(await readFile(source, 'utf8'), {
        compilerOptions: options,
        fileName: source,
      })
      const file = toJavaScript(folder, source)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, outputText)
    }),
  )
}
