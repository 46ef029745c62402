/** What the delivery API says, before it becomes bytes with headers. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Store } from '../../../pipelines/channels/delivery/store.ts'

/** A GET or HEAD below `/v1`. */
export type Asked = {
  /** Decoded parts of the path after `/v1`, in Unicode's NFC: `['articles', 'a-slug']`. */
  path: readonly string[]
  query: URLSearchParams
  headers: IncomingHttpHeaders
}

export type Answer = {
  status: number
  body: string
  /** `application/json` when absent. */
  contentType?: string
  /** Beside those that every answer has. */
  headers?: { [name: string]: string }
  /**
   * What makes it stale (pipelines/channels/delivery/apply.ts): lists, `item …`, `at type/slug`, `counts`, or `all` for
   * any change. It may be kept until then; null: it is never kept.
   */
  tags: readonly string[] | null
  /** It found nothing: anybody can make up any number of such questions. */
  isEmpty?: boolean
}

/** What answers are made of. All of it answers at once, so no answer can be of two states. */
export type Context = {
  store: Store
  /** PUBLIC_URL */
  publicUrl: string
  /** Types that the API gives out, in the order of the menu. */
  types: readonly string[]
  /** Of the ledger that the rows follow from. */
  epoch(): string
}

/** Null: not this part's to answer. */
export type Route = (asked: Asked, context: Context) => Answer | null
