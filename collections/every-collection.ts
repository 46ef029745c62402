/**
 * What holds for every collection, Payload's own included: reads have limits. And Payload's own, most of which it
 * leaves open to everyone who is signed in, are closed: a request writes only preferences (each person's own) and
 * locks (taken over, given up).
 */
import type { CollectionConfig, SanitizedConfig } from 'payload'
import { isNobody, isSignedIn, mayTakeOverLock, mayUnlock } from '../src/access.ts'
import { capReads } from './hooks/queries/cap-reads.ts'
import { refuseProbing } from './hooks/queries/refuse-probing.ts'

type Rules = Pick<CollectionConfig, 'access' | 'disableBulkEdit'>

const OPEN_AS_PAYLOAD_MAKES_THEM = ['payload-preferences']

const LOCKS: Rules = {
  access: { create: isNobody, read: isSignedIn, update: mayTakeOverLock, delete: mayUnlock },
  disableBulkEdit: true,
}

const CLOSED: Rules = { access: { create: isNobody, read: isNobody, update: isNobody, delete: isNobody } }

/** Sees to it in a configuration that Payload has completed; what a later version of Payload adds begins closed. */
export function guardCollections(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    const { slug, hooks } = collection
    hooks.beforeOperation = [...(hooks.beforeOperation ?? []), refuseProbing, capReads]
    if (!slug.startsWith('payload-') || OPEN_AS_PAYLOAD_MAKES_THEM.includes(slug)) continue
    const { access, ...rules } = slug === 'payload-locked-documents' ? LOCKS : CLOSED
    Object.assign(collection, rules)
    Object.assign(collection.access, access)
  }
  return config
}
