import type { CollectionBeforeChangeHook } from 'payload'

/** The date of first publication, unless an editor has set one. */
export const setPublishedAt: CollectionBeforeChangeHook = ({ data }) => {
  if (data._status !== 'published' || data.publishedAt) return data
  return { ...data, publishedAt: new Date().toISOString() }
}
