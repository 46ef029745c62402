/** How editors see what the pipeline keeps as `publications`: a list to look through, and what each one changed. */
import type { CollectionConfig, Field } from 'payload'

const CELLS: { [field: string]: string } = {
  action: 'ActionCell',
  type: 'TypeCell',
  by: 'PersonCell',
  recordedAt: 'TimeCell',
}

const FOLDER = '/src/admin/publications'

/** The collection with its views; any other as it is. */
export function showPublications(collection: CollectionConfig): CollectionConfig {
  if (collection.slug !== 'publications') return collection
  return {
    ...collection,
    disableDuplicate: true,
    disableBulkEdit: true,
    admin: {
      ...collection.admin,
      defaultColumns: ['title', 'action', 'type', 'by', 'recordedAt', 'cause'],
      listSearchableFields: ['title', 'slug'],
      // A row of the list needs none of what was published.
      enableListViewSelectAPI: true,
      pagination: { defaultLimit: 25 },
      hideAPIURL: true,
      components: {
        beforeListTable: [`${FOLDER}/filters.tsx#Filters`],
        views: {
          edit: {
            default: {
              Component: `${FOLDER}/entry-view.tsx#EntryView`,
              // The only tab, and it says “Edit”.
              tab: { condition: () => false },
            },
          },
        },
      },
    },
    fields: collection.fields.map(asColumn),
  }
}

/** A field as the list's column shows it. */
function asColumn(field: Field): Field {
  const cell = 'name' in field ? CELLS[field.name] : undefined
  if ('name' in field && field.name === 'cause') return { ...field, label: 'Why' } as Field
  if (!cell) return field
  return {
    ...field,
    admin: { ...field.admin, components: { Cell: `${FOLDER}/cells.tsx#${cell}` } },
  } as Field
}
