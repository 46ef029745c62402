/** The house explains itself: what is written down is what stands there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentTypes, types } from '../../collections/index.ts'
import { channels, feedFormats } from '../../pipelines/channels/registry.ts'
import { fileTypes } from '../../src/content-files/content-types.ts'
import { DELIVERED_TYPES } from '../../src/http/v1/types.ts'

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort()

describe('registries', () => {
  it('has a line for every folder of a channel or a feed format', () => {
    const slugs = [...channels, ...feedFormats].map(({ slug }) => slug)
    expect(slugs.sort()).toEqual(foldersIn('pipelines/channels'))
  })

  it('has a line for every type folder', () => {
    const slugs = [...types.map(({ config }) => config.slug), 'settings'].sort()
    expect(slugs).toEqual(foldersIn('collections'))
  })

  it('delivers every type that is published, in the order of the menu', () => {
    const published = contentTypes.map(({ collection }) => collection)
    expect(published.filter((type) => type !== 'media' && type !== 'settings')).toEqual([...DELIVERED_TYPES])
  })

  it('has a content file for every type that is written as drafts', () => {
    const written = types.flatMap(({ config }) => (config.versions ? [config.slug] : []))
    expect(fileTypes.map(({ collection }) => collection).sort()).toEqual(written.sort())
  })
})

describe('documents', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

  it.each(['README.md', 'CONTRIBUTING.md'])('names only commands that exist: %s', (file) => {
    const named = [...readFileSync(file, 'utf8').matchAll(/\bnpm (?:run )?([a-z][a-z0-9:-]*)/g)].map(
      ([, name]) => name,
    )
    const known = new Set([...Object.keys(scripts), 'ci', 'install', 'run'])
    expect(named.filter((name) => name && !known.has(name))).toEqual([])
  })

  it('has a line in .env.example for each variable that is read, and no other', () => {
    const source = readFileSync('src/env.ts', 'utf8')
    const block = source.slice(source.indexOf('.object({'), source.indexOf('.superRefine'))
    const read = [...block.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name).sort()
    const shown = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)]
      .map(([, name]) => name)
      .sort()
    expect(shown).toEqual(read)
  })

  it('imports by the names of the files, which end in .ts', () => {
    const wrong = sources().filter((file) => /from '\.[^']*\.js'/.test(readFileSync(file, 'utf8')))
    expect(wrong).toEqual([])
  })

  it('reads process.env in src/env.ts only', () => {
    const reading = sources().filter((file) => readFileSync(file, 'utf8').includes('process.env'))
    expect(reading).toEqual(['src/env.ts'])
  })
})

/** The program's own sources; Next's files for the admin import a generated map. */
function sources(): string[] {
  return ['src', 'collections', 'pipelines', 'media', 'database'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && !file.startsWith('app/'))
      .map((file) => path.join(folder, file)),
  )
}
