/** What a write to a type with drafts leaves unsaid, or says twice in different ways. */

export type Write = {
  operation: string
  /** Absent in updates by a query. */
  id?: number | string | undefined
  draft?: boolean | undefined
  autosave?: boolean | undefined
  trash?: boolean | undefined
  unpublishAllLocales?: boolean | undefined
  data?: { [field: string]: unknown } | undefined
}

const HOW =
  'Say what this write does: `?draft=true` saves a draft and leaves what is public alone; ' +
  '`"_status": "published"` in the body publishes; `"_status": "draft"` without `?draft=true` takes the document off ' +
  'the website; `"deletedAt": "<now>"` moves it to the trash.'

const HOW_TO_RESTORE =
  'Say how the version comes back: `?draft=true` as a draft over what is there, `?draft=false` with the status it had.'

const SAID_ON_RESTORE = new Set(['deletedAt', '_status', 'updatedAt'])

/** A sentence that says how to say it; null when the write is clear. Pure. */
export function unsaidIn({ operation, ...write }: Write): string | null {
  if (operation === 'restoreVersion') return write.draft === undefined ? HOW_TO_RESTORE : null
  if (operation !== 'create' && operation !== 'update') return null
  return contradictionIn(operation, write) ?? (isSaid(operation, write) ? null : HOW)
}

function isSaid(operation: string, { draft, data }: Omit<Write, 'operation'>): boolean {
  if (draft === true || data?._status === 'published' || data?._status === 'draft') return true
  return operation === 'update' && Boolean(data?.deletedAt)
}

function contradictionIn(operation: string, write: Omit<Write, 'operation'>): string | null {
  const { id, draft, autosave, trash, unpublishAllLocales, data = {} } = write
  const savesDraft = draft === true
  const publishes = data._status === 'published'
  // With a query it is the admin's “Publish” over several documents: their newest drafts become public.
  const isForMany = operation === 'update' && id === undefined
  if (savesDraft && publishes && !isForMany) {
    return '`draft=true` saves a draft and `"_status": "published"` publishes: send one of the two (a duplicate is a draft unless you add `?draft=false`).'
  }
  if (savesDraft && operation === 'update' && (data.deletedAt || (trash && data.deletedAt === null))) {
    return 'A draft cannot move a document into the trash or out of it: leave out `draft=true`. From the trash it comes back with `"_status": "draft"` or `"published"`.'
  }
  const isRestore = operation === 'update' && trash === true && data.deletedAt === null
  if (isRestore && Object.keys(data).some((field) => !SAID_ON_RESTORE.has(field))) {
    return 'What comes back from the trash comes as it was: send `"deletedAt": null` and `"_status"` alone, and change it afterwards.'
  }
  if (autosave === true && !savesDraft) {
    return '`autosave=true` is for drafts: add `draft=true`, or leave it out.'
  }
  if (unpublishAllLocales === true && (savesDraft || data._status !== 'draft')) {
    return '`unpublishAllLocales=true` takes a document off the website: send it with `"_status": "draft"` and without `draft=true`.'
  }
  return null
}
