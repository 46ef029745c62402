import type { Tab } from 'payload'

const FOLDER = '/src/admin/linkedin'

const shows = (name: string, component: string) => ({
  name,
  type: 'ui' as const,
  admin: { disableListColumn: true, components: { Field: `${FOLDER}/${component}` } },
})

/** The post that publishing the document would make, from what is in the form. */
export const linkedinPreview: Tab = {
  label: 'LinkedIn',
  description: 'The post that publishing this text would make. It follows while you write.',
  fields: [shows('linkedinPreview', 'preview-tab.tsx#PreviewTab')],
}

/** The posts that go out in a person's name. */
export const personPosts: Tab = {
  label: 'LinkedIn',
  description: 'Posts that go out in this name.',
  fields: [shows('linkedinPosts', 'person-drafts.tsx#PersonDrafts')],
}
