/** How editors see what the pipeline keeps as `linkedin-drafts`: a desk with a list, a month, and a page for each post. */
import type { CollectionConfig } from 'payload'

const FOLDER = '/src/admin/linkedin'

/** What a row of the list shows: the texts, of which there are many, stay in the database. */
const OF_A_ROW = {
  state: true,
  stale: true,
  title: true,
  hook: true,
  reason: true,
  author: true,
  plannedFor: true,
  postedAt: true,
  updatedAt: true,
  furtherOf: true,
  itemType: true,
  image: true,
  pictures: true,
} as const

/** The collection with its views; any other as it is. */
export function showLinkedInDrafts(collection: CollectionConfig): CollectionConfig {
  if (collection.slug !== 'linkedin-drafts') return collection
  return {
    ...collection,
    disableDuplicate: true,
    disableBulkEdit: true,
    forceSelect: OF_A_ROW as never,
    admin: {
      ...collection.admin,
      defaultColumns: ['title', 'state'],
      listSearchableFields: ['title', 'hook', 'text'],
      enableListViewSelectAPI: true,
      pagination: { defaultLimit: 25 },
      hideAPIURL: true,
      // The views say it themselves.
      description: '',
      components: {
        views: {
          list: { Component: `${FOLDER}/list-view.tsx#ListView` },
          month: { Component: `${FOLDER}/month-view.tsx#MonthView`, path: '/month', exact: true },
          edit: {
            default: {
              Component: `${FOLDER}/draft-view.tsx#DraftView`,
              // The only tab, and it says “Edit”.
              tab: { condition: () => false },
            },
          },
        },
      },
    },
  }
}
