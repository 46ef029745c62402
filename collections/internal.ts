/**
 * Payload adds collections of its own, most of them open to everyone who is signed in. They are closed here: only
 * preferences (each person's own) and locks (taken over, given up) can be written by a request.
 */
import type { CollectionConfig, SanitizedConfig } from 'payload'
import { isNobody, isSignedIn, mayTakeOverLock, mayUnlock } from '../src/access.ts'

type Rules = Pick<CollectionConfig, 'access' | 'disableBulkEdit'>

const OPEN_AS_PAYLOAD_MAKES_THEM = ['payload-preferences']

const LOCKS: Rules = {
  access: { create: isNobody, read: isSignedIn, update: mayTakeOverLock, delete: mayUnlock },
  disableBulkEdit: true,
}

const CLOSED: Rules = { access: { create: isNobody, read: isNobody, update: isNobody, delete: isNobody } }

/** Closes them in a configuration that Payload has completed; what a later version of Payload adds begins closed. */
export function closeInternal(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { slug } = collection
    if (!slug.startsWith('payload-') || OPEN_AS_PAYLOAD_MAKES_THEM.includes(slug)) continue
    const { access, ...rules } = slug === 'payload-locked-documents' ? LOCKS : CLOSED
    Object.assign(collection, rules)
    Object.assign(collection.access, access)
  }
  return config
}
