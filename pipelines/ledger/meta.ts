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

export type Fingerprint = {
  siteUrl: string
  publicUrl: string
  version: number
  /** When their reign began, in ms: later than every one before it, whatever the clocks. */
  since?: number
}

/** Of those who reign (pipelines/publish/reign.ts); null until the first has started. */
export function readFingerprint(payload: Payload): Promise<Fingerprint | null> {
  return readMeta<Fingerprint>(payload, 'fingerprint')
}

/** Replaces what the ledger holds, or adds the first. */
export function saveFingerprint(payload: Payload, value: Fingerprint): Promise<void> {
  return saveMeta(payload, 'fingerprint', value)
}

/** What those with this fingerprint last said; null: nothing, or that they are gone. */
export function readBeat(payload: Payload, fingerprint: string): Promise<string | null> {
  return readMeta<string>(payload, `beat ${fingerprint}`)
}

/** Rows of their own: to say that one lives takes nothing from whoever claims meanwhile. */
export function saveBeat(payload: Payload, fingerprint: string, beat: string | null): Promise<void> {
  return saveMeta(payload, `beat ${fingerprint}`, beat)
}

async function saveMeta(payload: Payload, key: string, value: unknown): Promise<void> {
  const collection = 'ledger-meta'
  const where = { key: { equals: key } }
  const isKnown = async () => (await payload.db.count({ collection, where })).totalDocs > 0
  if (await isKnown()) {
    await payload.db.updateOne({ collection, where, data: { value } })
    return
  }
  await payload.db.create({ collection, data: { key, value } }).catch(async (error: unknown) => {
    // Another process made it in the same moment.
    if (!(await isKnown())) throw error
    await payload.db.updateOne({ collection, where, data: { value } })
  })
}
