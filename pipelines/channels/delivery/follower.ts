/** What is kept beside the items because it follows from several of them: search, mentions, neighbours. */
import type { LocalFile } from '../../../database/local-file.ts'
import type { ContentItem } from '../../content-item.ts'

/** One entry's effect on its item: as it was public before, and as it is now; null where it was not, or is no more. */
export type Change = {
  id: string
  /** Of its row in `items`; stays with the item. */
  n: number
  seq: number
  before: ContentItem | null
  after: ContentItem | null
}

export type Follower = {
  /** Statements that make its tables. */
  tables: string
  /** Types whose items carry something of it. */
  carriers: readonly string[]
  /** Empties them. */
  clear(file: LocalFile): void
  /**
   * After the item's own row was written, in the same transaction. Says through `carry` what other items (or this
   * one) carry from now on. The outcome may depend on the rows and the change only, and once the same items are
   * live, what they carry is the same whatever came before: every instance comes to it, also over a compacted ledger.
   */
  follow(file: LocalFile, change: Change, carry: Carry): void
}

/** `json`: what the item shows under `name`, as JSON without white space between; null: nothing. Items that are not live are left alone. */
export type Carry = (id: string, name: string, json: string | null) => void
