import type { AccessArgs, FieldAccess } from 'payload'
import { describe, expect, it } from 'vitest'
import {
  isAdmin,
  isAdminForField,
  isAdminOrSelf,
  isNobodyForField,
  isSignedIn,
  mayDelete,
  mayPublish,
  mayUpdate,
  mayWrite,
} from './access.ts'

const roles = ['admin', 'editor', 'author', 'reader', null] as const
const by = (role: string | null) =>
  ({ req: { user: role ? { id: 7, role } : null } }) as unknown as AccessArgs
const allowed = (policy: (args: AccessArgs) => unknown) => roles.filter((role) => policy(by(role)) === true)

describe('access', () => {
  it('reading takes an account or a key', () => {
    expect(allowed(isSignedIn)).toEqual(['admin', 'editor', 'author', 'reader'])
  })

  it('readers do not write', () => {
    expect(allowed(mayWrite)).toEqual(['admin', 'editor', 'author'])
  })

  it('authors neither publish nor delete', () => {
    expect(allowed(mayPublish)).toEqual(['admin', 'editor'])
    expect(allowed(mayDelete)).toEqual(['admin', 'editor'])
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
