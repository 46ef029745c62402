/** What is different between two versions of a document, in an editor's words. Pure. */
import type { FlattenedField } from 'payload'

type Data = { [field: string]: unknown }
type Short = string | number | boolean | null

/** `before` and `now` are there when both are short enough to be read in a sentence; `field`: its path. */
export type Change = { field: string; label: string; before?: Short; now?: Short }

/** Kept by the program: no editor wrote them. */
const KEPT = new Set([
  'id',
  'uid',
  'createdAt',
  'updatedAt',
  'editedBy',
  'editedIn',
  'formerSlugs',
  'references',
  'shows',
  'usedIn',
  'holdBack',
])

const LONGEST = 80

/** The fields of `now` that `before` has otherwise; members of groups one by one. `only`: no others are looked at. */
export function changedSince(
  fields: readonly FlattenedField[],
  before: Data,
  now: Data,
  only?: ReadonlySet<string>,
): Change[] {
  return fields
    .filter(({ name }) => !KEPT.has(name) && (!only || only.has(name)))
    .flatMap((field): Change[] => {
      const [old, current] = [before[field.name], now[field.name]]
      if (canonical(old) === canonical(current)) return []
      const label = labelOf(field)
      if (field.type === 'group') {
        const inner = changedSince(field.flattenedFields, (old ?? {}) as Data, (current ?? {}) as Data)
        return inner.map((one) => ({
          ...one,
          field: `${field.name}.${one.field}`,
          label: `${label} – ${one.label}`,
        }))
      }
      const isShown = isShort(old) && isShort(current) && !['relationship', 'upload'].includes(field.type)
      return [{ field: field.name, label, ...(isShown ? { before: old ?? null, now: current ?? null } : {}) }]
    })
}

/** What a save of `sent` makes of a document: fields that were not sent stay, members of groups one by one. */
export function savedOver(fields: readonly FlattenedField[], stored: Data, sent: Data): Data {
  const kept = { ...stored }
  for (const field of fields) {
    if (!(field.name in sent)) continue
    const [before, given] = [stored[field.name], sent[field.name]]
    const isGroup = field.type === 'group' && typeof given === 'object' && given !== null
    kept[field.name] = isGroup
      ? savedOver(field.flattenedFields, (before ?? {}) as Data, given as Data)
      : given
  }
  return kept
}

/**
 * `Title (was “A” and is “B”), Summary`, without commas inside an entry: the admin makes a list of it. `sent`: what
 * `before` holds was never saved.
 */
export function describeChanges(changes: readonly Change[], basis: 'opened' | 'sent'): string {
  const [first, second] = basis === 'opened' ? ['was', 'and is'] : ['yours', 'theirs']
  return changes
    .map(({ label, before, now }) => {
      const isPlain = [before, now].every((value) => value !== undefined && !/[,:>]/.test(String(value)))
      return isPlain ? `${label} (${first} ${quoted(before)} ${second} ${quoted(now)})` : label
    })
    .join(', ')
}

function quoted(value: Short | undefined): string {
  return value === null || value === undefined || value === '' ? 'empty' : `“${value}”`
}

function labelOf(field: FlattenedField): string {
  const given = 'label' in field ? field.label : undefined
  if (typeof given === 'string') return given
  const words = field.name
    .replace(/^_/, '')
    .replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function isShort(value: unknown): value is Short | undefined {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.length <= LONGEST && !value.includes('\n')
  return typeof value === 'number' || typeof value === 'boolean'
}

/** Absent, null, empty text and empty list say the same; keys in any order. */
function canonical(value: unknown): string {
  return JSON.stringify(plain(value) ?? null)
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((each) => plain(each) ?? null)
  if (value === null || value === '') return undefined
  if (typeof value !== 'object') return value
  const text = typeof (value as { toHexString?: unknown }).toHexString === 'function' ? String(value) : null
  if (text) return text
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, plain(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
