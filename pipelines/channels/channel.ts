/**
 * The contract of a channel. A channel is one folder here and one line in `registry.ts`; it reads the
 * ledger in order with a cursor of its own and knows nothing of Payload's collections or of other channels.
 */
import type { Config, Payload } from 'payload'
import type { Site } from '../content-item.ts'
import type { ContentType } from '../content-type.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { Presence } from './presence.ts'

type CollectionConfig = NonNullable<Config['collections']>[number]

export type ChannelContext = {
  /** For the channel's own collections only. */
  payload: Payload
  /** The site as of the last entry handed over. */
  site: Site
  /** By collection: what a type alone knows of a channel (`toPost`). Absent: every item counts as any text. */
  types?: ReadonlyMap<string, ContentType>
  /** Says that the process stops: long work throws then, and its entries come again. */
  signal?: AbortSignal | undefined
}

/**
 * A projection that each process that serves keeps by itself, beside the database, from the ledger alone: it has no
 * cursor and no rows there, the runner of the other channels does not run it, and nobody waits for it.
 */
export type LocalChannel = Pick<Channel, 'slug' | 'presence'> & { kind: 'projection'; isLocal: true }

export type Channel = {
  /** Folder name, URL segment, log key and cursor key. */
  slug: string
  /**
   * `projection`: rebuilt from the ledger at will. `desk`: holds people's work, only followed.
   * `effect`: sends something.
   */
  kind: 'projection' | 'desk' | 'effect'
  /** What the channel keeps. Their slugs begin with the channel's slug or are fixed by DESIGN.md §3. */
  collections: CollectionConfig[]
  /**
   * Applies entries in order. May see an entry again after a crash: same input, same effect.
   * A throw stops this channel only; the runner retries with backoff.
   */
  consume(entries: readonly LedgerEntry[], context: ChannelContext): Promise<void>
  /** Whether an entry is too much work for one transaction: the channel then makes small ones of its own. */
  isLong?(entry: LedgerEntry): boolean
  /** Where the item stands here, for its editors. `last`: its newest entry. Absent: they are shown nothing. */
  presence?(last: LedgerEntry, context: ChannelContext): Promise<Presence>
}
