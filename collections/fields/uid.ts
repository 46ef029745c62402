import type { Field } from 'payload'
import { isNobodyForField } from '../../src/access.ts'

/** Identity for the outside: random, never changed, never reused (`keepUid` sees to it). */
export const uid: Field = {
  name: 'uid',
  type: 'text',
  label: 'Permanent ID',
  unique: true,
  index: true,
  access: { update: isNobodyForField },
  hooks: { beforeDuplicate: [() => crypto.randomUUID()] },
  admin: { hidden: true, disableBulkEdit: true, disableListColumn: true },
}
