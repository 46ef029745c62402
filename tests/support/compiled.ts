/** The program's sources and the tests' own as plain JavaScript: a child process under tsx takes seconds to start. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import ts from 'typescript'

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
  await mkdir('.cache', { recursive: true })
  const folder = path.resolve(await mkdtemp('.cache/compiled-'))
  const toJavaScript = (source: string) => path.join(folder, source.replace(/\.tsx?$/, '.js'))
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
      await mkdir(path.dirname(toJavaScript(source)), { recursive: true })
      await writeFile(toJavaScript(source), outputText)
    }),
  )
  return { file: toJavaScript, remove: () => rm(folder, { recursive: true, force: true }) }
}
