import { describe, expect, it } from 'vitest'
import { unsaidIn, type Write } from './unsaid.ts'

const now = '2026-05-01T10:00:00.000Z'
const create = (write: Partial<Write>) => unsaidIn({ operation: 'create', ...write })
const update = (write: Partial<Write>) => unsaidIn({ operation: 'update', id: 1, ...write })
const updateMany = (write: Partial<Write>) => unsaidIn({ operation: 'update', ...write })

describe('a write', () => {
  it.each([
    ['a draft', create({ draft: true, data: { title: 'A' } })],
    ['a draft that says so twice', create({ draft: true, data: { _status: 'draft' } })],
    ['a publication', create({ data: { _status: 'published' } })],
    ['a draft over a live document', update({ draft: true, data: { title: 'A' } })],
    ['an autosave', update({ draft: true, autosave: true, data: { _status: 'draft' } })],
    ['taking back', update({ data: { _status: 'draft' } })],
    ['taking back, as the admin does', update({ unpublishAllLocales: true, data: { _status: 'draft' } })],
    ['the trash', update({ data: { deletedAt: now } })],
    ['the trash, for many', updateMany({ data: { deletedAt: now } })],
    ['out of the trash', update({ trash: true, data: { deletedAt: null, _status: 'draft' } })],
    ['a form that says that it is not in the trash', update({ draft: true, data: { deletedAt: null } })],
    ['the admin’s “Publish” for many', updateMany({ draft: true, data: { _status: 'published' } })],
    ['a version as a draft', unsaidIn({ operation: 'restoreVersion', id: 1, draft: true })],
    ['a version as it was', unsaidIn({ operation: 'restoreVersion', id: 1, draft: false })],
    ['reading', unsaidIn({ operation: 'read' })],
    ['deleting', unsaidIn({ operation: 'delete', id: 1 })],
  ])('may be %s', (_, answer) => expect(answer).toBeNull())

  it.each([
    ['create', create({ data: { title: 'A' } })],
    ['create without a word', create({})],
    ['create into the trash', create({ data: { deletedAt: now } })],
    ['update', update({ data: { title: 'A' } })],
    ['draft=false', update({ draft: false, data: { title: 'A' } })],
    ['no status', update({ data: { _status: null } })],
    ['an unknown status', update({ data: { _status: 'live' } })],
    ['a list of statuses', update({ data: { _status: ['published'] } })],
    ['many', updateMany({ data: { title: 'A' } })],
    ['out of the trash', update({ trash: true, data: { deletedAt: null } })],
    ['an empty date of the trash', update({ data: { deletedAt: '' } })],
  ])('is refused when it leaves open what it does: %s', (_, answer) => {
    expect(answer).toMatch(/\?draft=true.*"_status": "published".*"_status": "draft".*"deletedAt"/)
  })

  it('is refused when a version shall come back and nobody says how', () => {
    expect(unsaidIn({ operation: 'restoreVersion', id: 1 })).toMatch(/\?draft=true.*\?draft=false/)
  })

  it.each([
    ['draft and published', create({ draft: true, data: { _status: 'published' } }), /send one of the two/],
    ['draft and published', update({ draft: true, data: { _status: 'published' } }), /send one of the two/],
    ['draft and trash', update({ draft: true, data: { deletedAt: now } }), /leave out `draft=true`/],
    ['draft out of the trash', update({ draft: true, trash: true, data: { deletedAt: null } }), /leave out/],
    ['autosave alone', update({ autosave: true, data: { _status: 'draft' } }), /add `draft=true`/],
    [
      'autosave that publishes',
      update({ autosave: true, data: { _status: 'published' } }),
      /add `draft=true`/,
    ],
    ['unpublish and draft', update({ draft: true, unpublishAllLocales: true }), /without `draft=true`/],
    [
      'unpublish and publish',
      update({ unpublishAllLocales: true, data: { _status: 'published' } }),
      /"_status": "draft"/,
    ],
  ])('is refused when it contradicts itself: %s', (_, answer, sentence) => {
    expect(answer).toMatch(sentence)
  })
})
