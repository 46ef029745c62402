import { describe, expect, it } from 'vitest'
import { noteRequest } from './note-request.ts'

type Args = Parameters<typeof noteRequest>[0]

describe('noteRequest', () => {
  const req = { payloadAPI: 'REST', headers: new Headers(), context: {} }
  const note = (operation: string, args: object) => noteRequest({ args, operation, req } as unknown as Args)

  it('keeps what a write says, whatever its hooks read with the same request', () => {
    note('update', { id: 1, data: { _status: 'published', holdBack: true, editedIn: 'form:3' } })
    const said = { editedIn: 'by form', holdsBack: true, mayPublishUnseen: true }
    expect(req.context).toEqual(said)
    note('read', { where: {} })
    expect(req.context).toEqual(said)
  })

  it('says so where the draft is known, or nothing is published', () => {
    for (const data of [{ _status: 'published', updatedAt: '2026-01-01' }, { title: 'x' }]) {
      note('update', { id: 1, data })
      expect(req.context).toEqual({ editedIn: null, holdsBack: false, mayPublishUnseen: false })
    }
  })
})
