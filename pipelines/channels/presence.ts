/** Where one item stands on every channel, as editors ask. */
import type { Payload } from 'payload'
import { type Cursor, readCursors } from '../ledger/cursors.ts'
import { type Action, type Cause, type LedgerEntry, SETTINGS_ITEM_ID, toSite } from '../ledger/entry.ts'
import { readItem, readLast } from '../ledger/read.ts'
import type { Channel, LocalChannel } from './channel.ts'
import { standingsHere } from './standing.ts'

/** A way to the item: an address, or a document of the channel's own. */
export type Place = { name: string } & ({ url: string } | { collection: string; id: number | string })

/** What a channel's own rows say of an item. `note`: why it is not there, or in which state it is. */
export type Presence = { isLive: boolean; note: string; places: Place[] }

export type ChannelState = Presence & {
  channel: string
  /** It has yet to read what was published last. */
  isBehind: boolean
  /** Why it does not get on. */
  error: string
}

export type Whereabouts = {
  itemId: string
  isLive: boolean
  /** Since when it has been public without a break; ISO 8601 in UTC, empty while it is not. */
  since: string
  /** What was published, changed or taken back last; null when it never was. */
  last: { seq: number; action: Action; cause: Cause; by: string; recordedAt: string; url: string } | null
  channels: ChannelState[]
}

/**
 * From the ledger and the channels' own rows; of those that processes keep by themselves, this one's. Nothing of an
 * item that was never published: no channels then.
 */
export async function whereabouts(
  payload: Payload,
  channels: readonly (Channel | LocalChannel)[],
  itemId: string,
): Promise<Whereabouts> {
  const last = await readLast(payload, itemId)
  if (!last) return { itemId, isLive: false, since: '', last: null, channels: [] }
  const isLive = last.action !== 'unpublished'
  const { seq, action, cause, by, recordedAt, url } = last
  return {
    itemId,
    isLive,
    since: isLive ? await publicSince(payload, itemId) : '',
    last: { seq, action, cause, by: by ?? '', recordedAt, url },
    channels: await statesOf(payload, channels, last),
  }
}

async function statesOf(payload: Payload, channels: readonly (Channel | LocalChannel)[], last: LedgerEntry) {
  const settings = await readItem(payload, SETTINGS_ITEM_ID)
  if (!settings) return []
  const site = toSite(settings)
  const setAside = await errorsOf(payload, last.itemId)
  const cursors = await cursorsOf(payload, channels)
  const states: ChannelState[] = []
  for (const channel of channels) {
    const presence = await channel.presence?.(last, { payload, site })
    const cursor = cursors.get(channel.slug)
    if (!presence || !cursor) continue
    const isSetAside = setAside.has(channel.slug)
    states.push({
      channel: channel.slug,
      ...presence,
      isBehind: cursor.seq < last.seq || isSetAside,
      error: setAside.get(channel.slug) ?? errorBefore(cursor, last.seq),
    })
  }
  return states
}

/** By channel; none of what this process does not keep. */
async function cursorsOf(payload: Payload, channels: readonly (Channel | LocalChannel)[]) {
  const slugs = channels.flatMap((channel) => ('isLocal' in channel ? [] : [channel.slug]))
  const shared = await readCursors(payload, slugs)
  return new Map<string, Pick<Cursor, 'seq' | 'error'>>([
    ...shared.map((cursor) => [cursor.consumer, cursor] as const),
    ...standingsHere(payload).map((standing) => [standing.channel, standing] as const),
  ])
}

/** When it last went from not public to public. */
async function publicSince(payload: Payload, itemId: string): Promise<string> {
  const found = await payload.db.find<{ recordedAt: string }>({
    collection: 'publications',
    where: { and: [{ itemId: { equals: itemId } }, { action: { equals: 'published' } }] },
    select: { recordedAt: true },
    sort: '-seq',
    limit: 1,
    pagination: false,
  })
  return found.docs[0]?.recordedAt ?? ''
}

const errorBefore = ({ seq, error }: Pick<Cursor, 'seq' | 'error'>, wanted: number) =>
  seq < wanted ? (error ?? '') : ''

/** What of this item was set aside, by channel. */
async function errorsOf(payload: Payload, itemId: string): Promise<Map<string, string>> {
  const found = await payload.db.find<{ consumer: string; error?: string | null }>({
    collection: 'ledger-set-aside',
    where: { itemId: { equals: itemId } },
    limit: 20,
    pagination: false,
  })
  return new Map(found.docs.map(({ consumer, error }) => [consumer, error || 'It was set aside.']))
}
