import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { changedSince, describeChanges } from './changed-since.ts'

const fields = [
  { name: 'title', type: 'text', label: 'Title' },
  { name: 'metaTitle', type: 'text' },
  { name: 'body', type: 'richText', label: 'Text' },
  { name: 'topics', type: 'relationship', relationTo: 'topics', label: 'Topics' },
  { name: 'uid', type: 'text' },
  {
    name: 'pay',
    type: 'group',
    label: 'Pay',
    flattenedFields: [{ name: 'low', type: 'number', label: 'Low' }],
  },
] as unknown as FlattenedField[]

describe('changedSince', () => {
  it('says short values, and of the rest only that they changed', () => {
    const before = { title: 'A', body: { root: { a: 1 } }, topics: [1], pay: { low: 1 }, uid: 'x' }
    const now = { title: 'B', body: { root: { a: 2 } }, topics: [1, 2], pay: { low: 2 }, uid: 'y' }
    expect(changedSince(fields, before, now)).toEqual([
      { field: 'title', label: 'Title', before: 'A', now: 'B' },
      { field: 'body', label: 'Text' },
      { field: 'topics', label: 'Topics' },
      { field: 'pay.low', label: 'Pay – Low', before: 1, now: 2 },
    ])
  })

  it('takes empty for empty, whatever it is written as, and keys in any order', () => {
    const before = { title: null, topics: [], body: { a: 1, b: 2 }, pay: {} }
    expect(changedSince(fields, before, { title: '', body: { b: 2, a: 1 } })).toEqual([])
  })

  it('looks at nothing but what is named', () => {
    const changes = changedSince(fields, { title: 'A' }, { title: 'B', metaTitle: 'C' }, new Set(['title']))
    expect(changes.map(({ field }) => field)).toEqual(['title'])
  })

  it('reads as a list of which no entry holds a comma', () => {
    const changes = changedSince(
      fields,
      { title: 'A', metaTitle: 'One, two' },
      { title: '', metaTitle: 'Three' },
    )
    expect(describeChanges(changes, 'opened')).toBe('Title (was “A” and is empty), Meta title')
    expect(describeChanges(changes, 'sent')).toBe('Title (yours “A” theirs empty), Meta title')
  })
})
