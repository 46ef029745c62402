/** What it takes to bring a document to what its file says. An import does it, a dry run tells it. */
import type { ContentFile } from './content-file.ts'
import { type Desk, type Document, load, type Status } from './desk.ts'
import type { Names } from './from-data.ts'
import { refuseOverDraft } from './over-draft.ts'
import { differences } from './same.ts'
import { namesFor, targetsFor } from './targets.ts'
import { type Data, toData } from './to-data.ts'

/** `data`: for Payload, without the status. */
export type SavePlan =
  | { action: 'create'; data: Data }
  | { action: 'unchanged' }
  | {
      action: 'update'
      data: Data
      newest: Document
      /** Keys of the file that differ, and `slug`. */
      changed: string[]
      /** Whether a draft is published by it. */
      isPublishing: boolean
      names: Names
    }

/** @throws Refusal, MissingTarget, and what Payload throws. */
export async function planSave(file: ContentFile, status: Status, desk: Desk): Promise<SavePlan> {
  const { payload, existing } = desk
  const { collection, fields } = file.type
  const listed = existing.get(file)
  const newest = listed && (await load(payload, collection, listed.id, true))
  const data = toData(file.values, fields, await targetsFor(file, newest, desk))
  if (!newest) return { action: 'create', data: withIdentity(file, data) }
  const names = namesFor(desk)
  const changed = differences(data, newest, fields, names)
  if (newest.slug !== file.slug) changed.push('slug')
  const isPublishing = status === 'published' && newest._status !== 'published'
  if (changed.length === 0 && !isPublishing) return { action: 'unchanged' }
  if (isPublishing) {
    const live = listed.isLive ? await load(payload, collection, newest.id, false) : undefined
    refuseOverDraft({ file, changed, newest, live, names })
  }
  const whole = { ...data, ...formerSlugs(data, newest), slug: file.slug }
  return { action: 'update', data: whole, newest, changed, isPublishing, names }
}

/** The data of a document that is made from the file. */
export function withIdentity({ slug, uid }: ContentFile, data: Data): Data {
  return { ...data, slug, ...(uid === undefined ? {} : { uid }) }
}

/** Addresses that a document had are added to, never taken away. */
function formerSlugs(data: Data, newest: Document): Data {
  if (!Array.isArray(data.formerSlugs)) return {}
  const known = (newest.formerSlugs ?? []) as string[]
  return { formerSlugs: [...new Set([...known, ...(data.formerSlugs as string[])])] }
}
