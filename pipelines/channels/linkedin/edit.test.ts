import { describe, expect, it } from 'vitest'
import { makeItem } from '../../../tests/fixtures/items.ts'
import { site } from '../../../tests/fixtures/site.ts'
import { type Draft, hashOf } from './draft.ts'
import { edit } from './edit.ts'

const variant = (hook: string) => {
  const text = `${hook}\n\nThe rest.`
  return { hook, text, apiText: text, characterCount: text.length, warnings: [] }
}
const variants = ['One.', 'Two.', 'Three.'].map(variant)
const draft = (more: Partial<Draft> = {}): Draft => ({
  ...{ id: 1, itemId: 'articles:a', state: 'draft', seq: 1, chosen: 0, variants, firstComment: '', ...more },
  text: more.text ?? variants[0]?.text ?? '',
  basis: {
    ...{ text: 'One.\n\nThe rest.', firstComment: '', imageUrl: '', seq: 1, hook: 'One.' },
    ...{ format: 'link', asked: null },
  },
})
const known = {
  by: { name: 'Mia', mayApprove: false },
  source: { item: makeItem(), seq: 1 },
  site,
  voice: null,
}

describe('edit', () => {
  it('switches the hook of an untouched draft, which stays untouched', () => {
    const changed = edit(draft(), { chosen: 1, text: variants[1]?.text }, known)
    expect(changed).toMatchObject({
      chosen: 1,
      hook: 'Two.',
      text: 'Two.\n\nThe rest.',
      basis: { hook: 'Two.' },
    })
    expect(changed.edited).toBeUndefined()
    expect(edit(draft(), { chosen: 1 }, known)).toEqual(changed)
  })

  it('changes only the opening of what a person has written, and nothing when that is a person’s too', () => {
    const own = draft({ edited: true, text: 'One.\n\nMy own words.' })
    expect(edit(own, { chosen: 2 }, known)).toMatchObject({ text: 'Three.\n\nMy own words.', hook: 'Three.' })
    expect(() => edit({ ...own, text: 'Mine.' }, { chosen: 2 }, known)).toThrow(/rewritten by hand/)
  })

  it('says nothing of fields that a form sends as they stand', () => {
    const { text } = draft()
    const plannedFor = '2030-01-01T10:00:00.000Z'
    const form = { text, firstComment: '', chosen: 0, plannedFor, format: null, postAs: '' }
    expect(edit(draft({ plannedFor }), form, known)).toEqual({})
  })

  it('words it anew for another voice, but for what a person has written', () => {
    const voiced = edit(draft(), { postAs: 'company' }, known)
    expect(voiced).toMatchObject({
      postAs: 'company',
      author: site.organisation.name,
      basis: { asked: 'company' },
    })
    expect(voiced.text).toContain('utm_source=linkedin')
    const own = edit(draft({ edited: true, text: 'Mine.' }), { postAs: 'company' }, known)
    expect([own.text, own.postAs]).toEqual([undefined, 'company'])
  })

  it('is no longer stale once a person has compared it with the newest, and only with that', () => {
    const newest = { text: 'New.', firstComment: '', imageUrl: '', seq: 7 }
    const marked = draft({ edited: true, text: 'Mine.', stale: true, newest })
    expect(edit(marked, { seen: 6 }, known)).toEqual({})
    expect(edit(marked, { seen: 7 }, known)).toMatchObject({
      stale: false,
      newest: null,
      basis: { text: 'New.' },
    })
  })

  it('leaves what is approved to editors, and what is posted to nobody', () => {
    expect(() => edit(draft({ state: 'approved' }), { text: 'x' }, known)).toThrow(/only editors/)
    const by = { name: 'Ed', mayApprove: true }
    expect(edit(draft({ state: 'approved' }), { text: 'x' }, { ...known, by }).text).toBe('x')
    expect(() => edit(draft({ state: 'posted' }), { text: 'x' }, { ...known, by })).toThrow(/further post/)
  })
})

it('hashes what a person can change, and nothing else', () => {
  const one = hashOf(draft())
  expect(hashOf({ ...draft(), seq: 9, stale: true, title: 'Other' } as Draft)).toBe(one)
  for (const more of [
    { text: 'x' },
    { chosen: 1 },
    { plannedFor: '2030-01-01' },
    { state: 'posted' as const },
  ])
    expect(hashOf(draft(more))).not.toBe(one)
})
