/** LinkedIn-ready drafts: one document for each item, kept as a desk keeps papers. Editors read them in the admin. */
import type { CollectionSlug, Payload } from 'payload'
import { saveOver } from '../../../database/save-over.ts'
import type { ContentItem } from '../../content-item.ts'
import { type LedgerEntry, SETTINGS_ITEM_ID } from '../../ledger/entry.ts'
import { readLive } from '../../ledger/read.ts'
import { isAdmitted } from '../admission.ts'
import type { Channel, ChannelContext } from '../channel.ts'
import { linkedinDrafts } from './collection.ts'
import { composePosts } from './render.ts'

/** Clears what stood there before. */
const NO_IMAGE = { url: null, alt: null, width: null, height: null }

type Known = Pick<ChannelContext, 'site' | 'types'>

type Draft = {
  id: number | string
  state: string
  edited?: boolean
  title?: string
  stale?: boolean | null
  reason?: string | null
}

export const linkedin: Channel = {
  slug: 'linkedin',
  kind: 'desk',
  collections: [linkedinDrafts],
  async consume(entries, { payload, site, types }) {
    for (const entry of entries) {
      if (entry.itemId === SETTINGS_ITEM_ID) await followMatrix(payload, { site, types }, entry.seq)
      else await follow(payload, { site, types }, entry)
    }
  },
  async presence({ itemId }, { payload }) {
    const draft = await findDraft(payload, itemId)
    if (!draft) return { isLive: false, note: 'Left out, by the settings or by “Where it goes”.', places: [] }
    const { id, state, stale, reason } = draft
    const isLive = state !== 'withdrawn'
    const words = STATES[state] ?? state
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

const STATES: { [state: string]: string } = {
  draft: 'Ready to be posted',
  approved: 'Approved',
  posted: 'Posted',
  withdrawn: 'Withdrawn',
}

async function follow(
  payload: Payload,
  known: Known,
  { itemId, seq, type, item }: LedgerEntry,
): Promise<void> {
  const isWanted = item !== null && isAdmitted(item, known.site, 'linkedin')
  if (!isWanted && !(await findDraft(payload, itemId))) return
  await saveOver({
    payload,
    collection: linkedinDrafts.slug as CollectionSlug,
    key: { itemId },
    seq,
    merge: (current) => revise(current as Draft | null, type, item, known),
  })
}

/** The settings' matrix may have let types in or out: no item of theirs has an entry of its own for that. */
async function followMatrix(payload: Payload, known: Known, seq: number): Promise<void> {
  const { site } = known
  for await (const entry of readLive(payload, Object.keys(site.matrix), seq)) {
    const { item } = entry
    if (!item) continue
    const draft = await findDraft(payload, entry.itemId)
    const isOut = draft === null || draft.state === 'withdrawn'
    if (isAdmitted(item, site, 'linkedin') === isOut) await follow(payload, known, { ...entry, seq })
  }
}

function findDraft(payload: Payload, itemId: string): Promise<Draft | null> {
  const collection = linkedinDrafts.slug as CollectionSlug
  return payload.db.findOne<Draft & { id: number }>({ collection, where: { itemId: { equals: itemId } } })
}

/** What becomes of the draft; a person's words and a posted draft are never written over. */
function revise(current: Draft | null, type: string, item: ContentItem | null, { site, types }: Known) {
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
  const rendered = composePosts({ item, site, types })
  if (!rendered.ok) return { ...common, state: 'withdrawn', reason: rendered.reason }
  const { hook, text, apiText, firstComment, characterCount, warnings, image } = rendered.post
  return {
    ...common,
    hook,
    text,
    apiText,
    firstComment,
    characterCount,
    image: image ?? NO_IMAGE,
    state: 'draft',
    stale: false,
    edited: false,
    reason: '',
    warnings: warnings.join('\n'),
    sourceUrl: item.url,
  }
}
