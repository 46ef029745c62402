import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'
import { nudgeAfterChange, nudgeAfterDelete } from '../pipelines/publish/nudge.ts'
import { forgetOldVersions } from './hooks/versions/forget-old-versions.ts'
import { collections, contentTypes, globals } from './index.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const folders = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe('the registry of types', () => {
  it('has a line for each folder with an index.ts', () => {
    const types = folders.filter((name) => existsSync(`${here}${name}/index.ts`)).sort()
    const registered = [...collections, ...globals].map(({ slug }) => slug).sort()
    expect(registered).toEqual(types)
  })

  it('publishes each folder with a content.ts', () => {
    const types = folders.filter((name) => existsSync(`${here}${name}/content.ts`)).sort()
    expect(contentTypes.map(({ collection }) => collection).sort()).toEqual(types)
  })
})

function all(fields: Field[]): Field[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs') return [field, ...field.tabs.flatMap((tab) => all(tab.fields))]
    if ('fields' in field) return [field, ...all(field.fields)]
    return [field]
  })
}

describe.each(collections.map((config) => [config.slug, config] as const))('%s', (_slug, config) => {
  const fields = all(config.fields)

  it('shows no field that loads an editor from elsewhere, and no raw JSON', () => {
    expect(fields.filter(({ type }) => type === 'code')).toEqual([])
    expect(fields.filter((field) => field.type === 'json' && !field.admin?.hidden)).toEqual([])
  })

  it('uses an editor’s words', () => {
    expect(JSON.stringify([config.labels, config.admin, config.fields])).not.toMatch(
      /\b(ledger|cursor|projection|reconcile)\b/i,
    )
  })
})

const published = collections.filter(({ versions }) => versions)

it.each(published.map((config) => [config.slug, config] as const))(
  '%s lives the life of everything public',
  (_slug, config) => {
    const named = (name: string) => all(config.fields).find((field) => 'name' in field && field.name === name)
    expect(config.trash).toBe(true)
    expect(config.versions).toMatchObject({ maxPerDoc: 0, drafts: { autosave: { interval: 1500 } } })
    expect(named('uid')).toMatchObject({ unique: true, index: true })
    expect(named('slug')).toMatchObject({ unique: true, index: true })
    expect(config.hooks?.afterChange).toContain(nudgeAfterChange)
    expect(config.hooks?.afterChange).toContain(forgetOldVersions)
    expect(config.hooks?.afterDelete).toContain(nudgeAfterDelete)
  },
)

it('finds back every type that can be shown', () => {
  const withJoins = collections.filter(({ fields }) => JSON.stringify(fields).includes('"name":"usedIn"'))
  expect(withJoins.map(({ slug }) => slug).sort()).toEqual(collections.map(({ slug }) => slug).sort())
})
