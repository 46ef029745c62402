import type { AccessArgs, FieldAccess } from 'payload'
import { describe, expect, it } from 'vitest'
import {
  isAdmin,
  isAdminForField,
  isAdminOrSelf,
  isNobody,
  isNobodyForField,
  isSignedIn,
  mayDelete,
  mayOpenAdmin,
  mayPublish,
  mayTakeOverLock,
  mayUnlock,
  mayUpdate,
  mayWrite,
  readsOnly,
} from './access.ts'

const roles = ['admin', 'editor', 'author', 'reader', null] as const
const by = (role: string | null) =>
  ({ req: { user: role ? { id: 7, collection: 'users', role } : null } }) as unknown as AccessArgs
const allowed = (policy: (args: AccessArgs) => unknown) => roles.filter((role) => policy(by(role)) === true)

describe('access', () => {
  it('reading takes an account or a key', () => {
    expect(allowed(isSignedIn)).toEqual(['admin', 'editor', 'author', 'reader'])
  })

  it('readers do not write', () => {
    expect(allowed(mayWrite)).toEqual(['admin', 'editor', 'author'])
  })

  it('readers do not open the admin', () => {
    expect(allowed((args) => mayOpenAdmin(args))).toEqual(['admin', 'editor', 'author'])
  })

  it('authors do not publish', () => {
    expect(allowed(mayPublish)).toEqual(['admin', 'editor'])
  })

  it('editors use the trash, admins delete for good', () => {
    expect(allowed(mayDelete)).toEqual(['admin'])
    const deleting = (deletedAt: string | null) =>
      allowed((args) => mayDelete({ ...args, data: { deletedAt } }))
    expect(deleting('2026-05-01T10:00:00.000Z')).toEqual(['admin', 'editor'])
    expect(deleting(null)).toEqual(['admin'])
  })

  it('locks are taken over for oneself, and given up by their owner', () => {
    const taking = (data: unknown) => allowed((args) => mayTakeOverLock({ ...args, data } as AccessArgs))
    const own = { relationTo: 'users', value: 7 }
    expect(taking({ user: own })).toEqual(['admin', 'editor', 'author'])
    expect(taking({ user: { ...own, value: '7' } })).toEqual(['admin', 'editor', 'author'])
    expect(taking({ user: { ...own, value: 8 } })).toEqual([])
    expect(taking({ user: own, updatedAt: '2020-01-01' })).toEqual([])
    expect(taking(undefined)).toEqual([])
    expect(allowed(mayUnlock)).toEqual(['admin'])
    expect(mayUnlock(by('author'))).toEqual({ 'user.value': { equals: 7 } })
    expect([mayUnlock(by('reader')), mayUnlock(by(null))]).toEqual([false, false])
  })

  it('what the program keeps is nobody’s', () => {
    expect(allowed(isNobody)).toEqual([])
  })

  it('only readers are kept to reading', () => {
    expect(roles.filter((role) => readsOnly(by(role).req))).toEqual(['reader'])
  })

  it('authors change drafts, but make nothing public', () => {
    expect(allowed(mayUpdate)).toEqual(['admin', 'editor', 'author'])
    const publishing = (role: string | null) => mayUpdate({ ...by(role), data: { _status: 'published' } })
    expect(roles.filter((role) => publishing(role) === true)).toEqual(['admin', 'editor'])
  })

  it('accounts and roles are for admins, the own account for oneself', () => {
    expect(allowed(isAdmin)).toEqual(['admin'])
    expect(allowed(isAdminOrSelf)).toEqual(['admin'])
    expect(isAdminOrSelf(by('editor'))).toEqual({ id: { equals: 7 } })
    expect(isAdminOrSelf(by(null))).toBe(false)
    const field = (policy: FieldAccess) =>
      roles.filter((role) => policy(by(role) as Parameters<FieldAccess>[0]))
    expect(field(isAdminForField)).toEqual(['admin'])
    expect(field(isNobodyForField)).toEqual([])
  })

  it('an account without a role may do nothing', () => {
    const args = { req: { user: { id: 1 } } } as unknown as AccessArgs
    expect(
      [isSignedIn, mayWrite, mayPublish, mayDelete, isAdmin].some((policy) => policy(args) === true),
    ).toBe(false)
  })
})
