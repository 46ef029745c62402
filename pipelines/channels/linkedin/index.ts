/** LinkedIn-ready drafts: one document for each item, kept as a desk keeps papers. Editors work on them in the admin. */
import { SETTINGS_ITEM_ID } from '../../ledger/entry.ts'
import type { Channel } from '../channel.ts'
import { linkedinDrafts } from './collection.ts'
import type { State } from './draft.ts'
import { findDraft, follow, followSettings } from './follow.ts'

export const linkedin: Channel = {
  slug: 'linkedin',
  kind: 'desk',
  collections: [linkedinDrafts],
  isLong: ({ itemId }) => itemId === SETTINGS_ITEM_ID,
  async consume(entries, { payload, site, types, signal }) {
    for (const entry of entries) {
      if (entry.itemId === SETTINGS_ITEM_ID) await followSettings(payload, { site, types }, entry, signal)
      else await follow(payload, { site, types }, entry)
    }
  },
  async presence({ itemId }, { payload }) {
    const draft = await findDraft(payload, itemId)
    if (!draft) return { isLive: false, note: 'Left out, by the settings or by “Where it goes”.', places: [] }
    const { id, state, stale, reason } = draft
    const isLive = state !== 'withdrawn'
    const words = WORDS[state]
    return {
      isLive,
      note: isLive
        ? `${words}${stale ? '; the content has changed since' : ''}.`
        : reason
          ? asSentence(reason)
          : `${words}.`,
      places: [{ name: 'LinkedIn draft', collection: linkedinDrafts.slug, id }],
    }
  },
}

/** `only 12 words of text` is “Only 12 words of text.” */
const asSentence = (words: string) =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`

const WORDS: { [K in State]: string } = {
  draft: 'Ready to be posted',
  approved: 'Approved',
  posted: 'Posted',
  withdrawn: 'Withdrawn',
}
