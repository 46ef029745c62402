/**
 * Relations that can be walked both ways. Each type keeps what it shows in `references`, one list for each type
 * shown; each type that can be shown gets `usedIn`, one join for each type that can show it. Both follow from
 * the types' own fields, so a new type needs no line here.
 *
 * One list of mixed relations and one join over all collections would be shorter, but Payload 3.90 answers
 * such a join on neither database: on SQLite it wants a column of the main table, on MongoDB it compares the
 * bare id with `{ relationTo, value }`.
 */
import type { CollectionConfig, CollectionSlug, Field, GroupField, Tab } from 'payload'
import { toFieldName } from './field-name.ts'
import { SHOWN_BY_BLOCKS } from './fields/body-blocks.ts'

/** Adds `references` and `usedIn` where they belong. `linkable`: what a link in a text may lead to. */
export function withReferences(configs: CollectionConfig[]): CollectionConfig[] {
  const linkable = configs.filter(({ custom }) => custom?.linkable === true).map(({ slug }) => slug)
  const slugs = new Set(configs.map(({ slug }) => slug))
  const shows = new Map(
    configs.map(({ slug, fields }) => [
      slug,
      [...targetsOf(fields, linkable)].filter((target) => slugs.has(target)),
    ]),
  )
  return configs.map((config) => {
    const targets = shows.get(config.slug) ?? []
    const users = configs.filter(({ slug }) => shows.get(slug)?.includes(config.slug))
    let { fields } = config
    if (targets.length > 0) fields = [...fields, references(targets)]
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

function references(relationTo: string[]): GroupField {
  return {
    name: 'references',
    type: 'group',
    admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
    fields: relationTo.map((slug) => ({
      name: toFieldName(slug),
      type: 'relationship' as const,
      relationTo: slug as CollectionSlug,
      hasMany: true as const,
      index: true,
      maxDepth: 0,
      admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
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
      on: `references.${toFieldName(shown)}`,
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
