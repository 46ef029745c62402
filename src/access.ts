/**
 * Who may do what: one named policy each. Admins do everything; editors write, publish and use the trash; authors
 * write drafts and upload pictures; readers (API keys) read, drafts included; nobody else sees anything.
 */
import type { Access, FieldAccess, PayloadRequest } from 'payload'

export type Role = 'admin' | 'editor' | 'author' | 'reader'

/** The role of whoever makes the request; null when nobody is signed in. */
export function roleOf(req: Pick<PayloadRequest, 'user'>): Role | null {
  return (req.user as { role?: Role } | null)?.role ?? null
}

/** `Access` and `FieldAccess` alike. */
const isOneOf =
  (...roles: Role[]) =>
  ({ req }: { req: Pick<PayloadRequest, 'user'> }): boolean => {
    const own = roleOf(req)
    return own !== null && roles.includes(own)
  }

/** Everyone with an account or an API key. */
export const isSignedIn: Access = ({ req }) => roleOf(req) !== null

/** For accounts: making, deleting and unlocking them. */
export const isAdmin = isOneOf('admin')

/** Admins see and change every account; others their own. */
export const isAdminOrSelf: Access = ({ req }) => {
  if (roleOf(req) === 'admin') return true
  return req.user ? { id: { equals: req.user.id } } : false
}

/**
 * May create documents and change what is not published. `collections/hooks/request/refuse-authors.ts` sees to the
 * rest.
 */
export const mayWrite = isOneOf('admin', 'editor', 'author')

/** May change documents; with a status, also whether it may become that (the admin asks before it offers “Publish”). */
export const mayUpdate: Access = (args) =>
  roleOf(args.req) === 'author' ? args.data?._status !== 'published' : mayWrite(args)

/** The admin itself, which writes as it is used (locks, preferences): not for readers. */
export const mayOpenAdmin = isOneOf('admin', 'editor', 'author')

/** For what is public as soon as it is saved: pictures in use, and the settings. */
export const mayPublish = isOneOf('admin', 'editor')

/** For trying again what a channel could not apply. */
export const mayRetry = isOneOf('admin', 'editor')

/** Into the trash: editors. For good: admins. Payload asks with the trash's date when it is the trash that is meant. */
export const mayDelete: Access = ({ data, req }) =>
  roleOf(req) === 'admin' || (roleOf(req) === 'editor' && Boolean(data?.deletedAt))

/** For what the program alone keeps: the local API may write it, no request may. */
export const isNobody: Access = () => false

/** Of a document's lock, all that a request may change is whose it is, and that only to one's own. */
export const mayTakeOverLock: Access = ({ data, req }) => {
  const { user, ...others } = (data ?? {}) as { user?: { relationTo?: unknown; value?: unknown } }
  const isOwn = user?.relationTo === req.user?.collection && String(user?.value) === String(req.user?.id)
  return mayWrite({ req }) && isOwn && Object.keys(others).length === 0
}

/** Admins break every lock, others give up their own. */
export const mayUnlock: Access = ({ req }) => {
  if (roleOf(req) === 'admin') return true
  return mayWrite({ req }) && req.user ? { 'user.value': { equals: req.user.id } } : false
}

/** For the HTTP layer: readers get no further than reading, whatever they write to. */
export const readsOnly = (req: Pick<PayloadRequest, 'user'>): boolean => roleOf(req) === 'reader'

/** For fields of what is public as soon as it is saved that are no business of those who only write, or read. */
export const mayPublishField = isOneOf('admin', 'editor')

/** For fields that only admins change, such as a user's role. */
export const isAdminForField = isOneOf('admin')

/** For fields that the program keeps: the local API may set them, no request may. */
export const isNobodyForField: FieldAccess = () => false
