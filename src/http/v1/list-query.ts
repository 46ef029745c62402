/** What a list's parameters ask of the read model. */

import type { Order } from '../../../pipelines/channels/delivery/list.ts'
import type { Filters } from '../../../pipelines/channels/delivery/list-plan.ts'
import { type Filter, LISTED, listOf } from '../../../pipelines/channels/delivery/places.ts'
import type { Store } from '../../../pipelines/channels/delivery/store.ts'
import { withDescendants } from '../../../pipelines/channels/delivery/topic-tree.ts'
import { DEFAULT_SORTS } from './parameters.ts'
import type { Given } from './query.ts'

const DEFAULT_LIMIT = 20

/** Slugs are kept in Unicode's NFC. */
const SLUGS: readonly Filter[] = ['topic', 'author', 'category']

const COLUMNS: { [sort: string]: Order['column'] } = {
  publishedAt: 'published',
  updatedAt: 'updated',
  title: 'title',
  code: 'code',
}

export function limitOf(given: Given): number {
  return Number(given.get('limit')?.[0] ?? DEFAULT_LIMIT)
}

export const isOn = (given: Given, flag: string) => given.get(flag)?.[0] === 'true'

/** As cursors name it: `-publishedAt`, or `code`, which nobody can ask for. */
export function sortOf(given: Given, type: string): string {
  return given.get('sort')?.[0] ?? DEFAULT_SORTS[type] ?? '-publishedAt'
}

export function orderOf(sort: string): Order {
  const isDescending = sort.startsWith('-')
  return { column: COLUMNS[isDescending ? sort.slice(1) : sort] ?? 'published', isDescending }
}

export function filtersOf(store: Store, given: Given, type: string): Filters {
  const [updatedSince] = given.get('updatedSince') ?? []
  const [minPay] = given.get('minPay') ?? []
  const [maxPay] = given.get('maxPay') ?? []
  return {
    type,
    lists: LISTED.flatMap((name) => {
      const values = given.get(name)
      return values ? [valuesOf(store, given, name, values).map((value) => listOf(type, name, value))] : []
    }),
    ...(updatedSince === undefined ? {} : { updatedSince }),
    ...(minPay === undefined ? {} : { minPay: Number(minPay) }),
    ...(maxPay === undefined ? {} : { maxPay: Number(maxPay) }),
  }
}

function valuesOf(store: Store, given: Given, name: Filter, values: readonly string[]): string[] {
  const known = SLUGS.includes(name) ? values.map((value) => value.normalize('NFC')) : [...values]
  return name === 'topic' && isOn(given, 'descendants') ? withDescendants(store, known) : known
}
