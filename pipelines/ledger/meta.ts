/** The ledger's identity (`epoch`) and the fingerprint of what its items were derived with. */
import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'

async function readMeta<T>(payload: Payload, key: string): Promise<T | null> {
  const row = await payload.db.findOne<{ id: number; value: T }>({
    collection: 'ledger-meta',
    where: { key: { equals: key } },
  })
  return row?.value ?? null
}

/** Random, made with the ledger. Every cursor given to the outside holds it. */
export async function readEpoch(payload: Payload): Promise<string> {
  const known = await readMeta<string>(payload, 'epoch')
  if (known) return known
  try {
    await payload.db.create({ collection: 'ledger-meta', data: { key: 'epoch', value: randomUUID() } })
  } catch (error) {
    // Another process may have made it in the same moment.
    const made = await readMeta<string>(payload, 'epoch')
    if (!made) throw error
    return made
  }
  return readEpoch(payload)
}

/** Gives the ledger another identity: cursors that hold the old one are refused. */
export async function renewEpoch(payload: Payload): Promise<void> {
  await saveMeta(payload, 'epoch', randomUUID())
}

export type Fingerprint = { siteUrl: string; publicUrl: string; version: number }

/** What the ledger's items were last derived with; null until the first check has passed. */
export function readFingerprint(payload: Payload): Promise<Fingerprint | null> {
  return readMeta<Fingerprint>(payload, 'fingerprint')
}

/** Replaces what the ledger holds, or adds the first. */
export async function saveFingerprint(payload: Payload, value: Fingerprint): Promise<void> {
  await saveMeta(payload, 'fingerprint', value)
}

async function saveMeta(payload: Payload, key: string, value: unknown): Promise<void> {
  const where = { key: { equals: key } }
  if (await readMeta(payload, key)) {
    await payload.db.updateOne({ collection: 'ledger-meta', where, data: { value } })
  } else {
    await payload.db.create({ collection: 'ledger-meta', data: { key, value } })
  }
}
