/** What a form holds, as the item that publishing it would make: for previews. */
import type { Payload, PayloadRequest } from 'payload'
import type { ContentItem } from '../content-item.ts'
import type { ContentType } from '../content-type.ts'

/** `data`: the form's fields, relations as ids. */
export type UnsavedForm = { collection: string; data: { [field: string]: unknown }; req: PayloadRequest }

type ToItem = (form: UnsavedForm) => Promise<ContentItem | null>

const makers = new WeakMap<Payload, ToItem>()

/** Registers who makes items of forms in this process. */
export function onUnsaved(payload: Payload, toItem: ToItem): void {
  makers.set(payload, toItem)
}

/** Null when the collection makes no items. @throws when the form cannot be read. */
export async function toUnsavedItem(form: UnsavedForm): Promise<ContentItem | null> {
  return (await makers.get(form.req.payload)?.(form)) ?? null
}

type Types = ReadonlyMap<string, ContentType>

const known = new WeakMap<Payload, Types>()

/** Registers the content types of this process, by collection: what answers requests in a channel knows none. */
export function knowTypes(payload: Payload, types: Types): void {
  known.set(payload, types)
}

export const typesOf = (payload: Payload): Types => known.get(payload) ?? new Map()
