/** LinkedIn-ready drafts: one document for each item, kept as a desk keeps papers. Editors read them in the admin. */
import type { CollectionSlug, Payload } from 'payload'
import { saveOver } from '../../../database/save-over.ts'
import type { ContentItem, Site } from '../../content-item.ts'
import { isAdmitted } from '../admission.ts'
import type { Channel } from '../channel.ts'
import { linkedinDrafts } from './collection.ts'
import { renderLinkedInPost } from './render.ts'

/** Clears what stood there before. */
const NO_IMAGE = { url: null, alt: null, width: null, height: null }

type Draft = { state: string; edited?: boolean; title?: string }

export const linkedin: Channel = {
  slug: 'linkedin',
  kind: 'desk',
  collections: [linkedinDrafts],
  async consume(entries, { payload, site }) {
    for (const { itemId, seq, type, item } of entries) {
      const isWanted = item !== null && isAdmitted(item, site, 'linkedin')
      if (!isWanted && !(await hasDraft(payload, itemId))) continue
      await saveOver({
        payload,
        collection: linkedinDrafts.slug as CollectionSlug,
        key: { itemId },
        seq,
        merge: (current) => revise(current as Draft | null, type, item, site),
      })
    }
  },
}

async function hasDraft(payload: Payload, itemId: string): Promise<boolean> {
  const collection = linkedinDrafts.slug as CollectionSlug
  return (await payload.db.findOne({ collection, where: { itemId: { equals: itemId } } })) !== null
}

/** What becomes of the draft; a person's words and a posted draft are never written over. */
function revise(current: Draft | null, type: string, item: ContentItem | null, site: Site) {
  const common = { itemType: type, title: item?.title ?? current?.title ?? '' }
  if (!item) return { ...common, state: 'withdrawn', reason: 'The item is no longer published.' }
  if (!isAdmitted(item, site, 'linkedin')) {
    return {
      ...common,
      state: 'withdrawn',
      reason: 'The document’s channels, or the settings, leave LinkedIn out.',
    }
  }
  if (current?.edited || current?.state === 'posted') return { ...common, stale: true }
  const rendered = renderLinkedInPost({ item, site })
  if (!rendered.ok) return { ...common, state: 'withdrawn', reason: rendered.reason }
  const { warnings, image, ...post } = rendered.post
  return {
    ...common,
    ...post,
    image: image ?? NO_IMAGE,
    state: 'draft',
    stale: false,
    edited: false,
    reason: '',
    warnings: warnings.join('\n'),
    sourceUrl: item.url,
  }
}
