/**
 * Relations that can be walked both ways. Each type keeps what it shows twice: in `references`, one list, for
 * the publisher; in `shows`, a list for each type shown, for the joins. Each type that can be shown gets
 * `usedIn`, one join for each type that can show it. All follow from the types' own fields, so a new type needs
 * no line here.
 *
 * Joins cannot read the one list of mixed relations: a join over several collections wants a column of the main
 * table on SQLite and compares the bare id with `{ relationTo, value }` on MongoDB, and a join over one looks
 * up `references.value` through an array, which not every compatible server does.
 */
import type { CollectionConfig, CollectionSlug, Field, Tab } from 'payload'
import { toFieldName } from './field-name.ts'
import { SHOWN_BY_BLOCKS } from './fields/body-blocks.ts'

/** Adds `references`, `shows` and `usedIn` where they belong. `linkable`: what a link in a text may lead to. */
export function withReferences(configs: CollectionConfig[]): CollectionConfig[] {
  const linkable = configs.filter(({ custom }) => custom?.linkable === true).map(({ slug }) => slug)
  const slugs = new Set(configs.map(({ slug }) => slug))
  const targetsByType = new Map(
    configs.map(({ slug, fields }) => [
      slug,
      [...targetsOf(fields, linkable)].filter((target) => slugs.has(target)),
    ]),
  )
  return configs.map((config) => {
    const targets = targetsByType.get(config.slug) ?? []
    const users = configs.filter(({ slug }) => targetsByType.get(slug)?.includes(config.slug))
    let { fields } = config
    if (targets.length > 0) fields = [...fields, references(targets), shows(targets)]
    if (users.length > 0) fields = withTab(fields, usedIn(config.slug, users))
    return { ...config, fields }
  })
}

/** The collections that fields (and the texts and blocks in them) may point to. */
export function targetsOf(fields: Field[], linkable: string[]): Set<string> {
  return new Set(
    fields.flatMap((field): string[] => {
      if (field.type === 'relationship' || field.type === 'upload') return [field.relationTo].flat()
      if (field.type === 'richText') return [...linkable, ...SHOWN_BY_BLOCKS]
      if (field.type === 'tabs') return field.tabs.flatMap((tab) => [...targetsOf(tab.fields, linkable)])
      return 'fields' in field ? [...targetsOf(field.fields, linkable)] : []
    }),
  )
}

const kept = { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true }

/** What a document shows, of any type. `collectReferences` fills it. */
export function references(relationTo: string[]): Field {
  return {
    name: 'references',
    type: 'relationship',
    relationTo: relationTo as CollectionSlug[],
    hasMany: true,
    maxDepth: 0,
    admin: kept,
  }
}

/** The same by type, for the joins. */
function shows(relationTo: string[]): Field {
  return {
    name: 'shows',
    type: 'group',
    admin: kept,
    fields: relationTo.map((slug) => ({
      name: toFieldName(slug),
      type: 'relationship' as const,
      relationTo: slug as CollectionSlug,
      hasMany: true as const,
      index: true,
      maxDepth: 0,
      admin: kept,
    })),
  }
}

function usedIn(shown: string, users: CollectionConfig[]): Tab {
  return {
    name: 'usedIn',
    label: 'Where this is used',
    description: 'What shows this document, drafts included. It is kept by the program.',
    fields: users.map(({ slug, labels, admin }) => ({
      name: toFieldName(slug),
      type: 'join' as const,
      label: (labels as { plural?: string } | undefined)?.plural ?? slug,
      collection: slug as CollectionSlug,
      on: `shows.${toFieldName(shown)}`,
      maxDepth: 1,
      admin: { allowCreate: false, defaultColumns: [admin?.useAsTitle ?? 'id', '_status', 'updatedAt'] },
    })),
  }
}

/** Into the form's tabs where it has some, else below its fields. */
function withTab(fields: Field[], tab: Tab): Field[] {
  const at = fields.findIndex(({ type }) => type === 'tabs')
  if (at === -1) return [...fields, { type: 'tabs', tabs: [tab] }]
  return fields.map((field, index) =>
    index === at && field.type === 'tabs' ? { ...field, tabs: [...field.tabs, tab] } : field,
  )
}
