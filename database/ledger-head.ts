/** Where the ledger ends, asked of the database itself: before Payload is loaded, which takes seconds. */
import { access } from 'node:fs/promises'
import { MAJORITY } from './mongodb-options.ts'

/** `epoch`: the ledger's identity; `seq`: of its last entry. */
export type LedgerHead = { epoch: string; seq: number }

export type LedgerProbe = {
  /** Null: no ledger yet, or none that can be read as it is. */
  read(): Promise<LedgerHead | null>
  close(): Promise<void>
}

/** In ms. */
const PATIENCE = 2_000

/** `url`: `file:` + absolute path for SQLite, else MongoDB. Changes nothing there. @throws when it does not answer */
export async function openLedgerProbe(url: string): Promise<LedgerProbe> {
  return url.startsWith('file:') ? sqliteProbe(url.slice('file:'.length)) : mongoProbe(url)
}

async function sqliteProbe(file: string): Promise<LedgerProbe> {
  // Opening it would make it.
  await access(file)
  const { default: Libsql } = await import('libsql')
  const database = new Libsql(file)
  database.exec('PRAGMA query_only = ON')
  return {
    async read() {
      const meta = database.prepare("SELECT value FROM ledger_meta WHERE key = 'epoch'").get()
      const head = database.prepare('SELECT max(seq) AS seq FROM publications').get()
      const { value } = (meta ?? {}) as { value?: string }
      return value === undefined ? null : toHead(JSON.parse(value), (head as { seq: unknown }).seq)
    },
    close: async () => void database.close(),
  }
}

async function mongoProbe(url: string): Promise<LedgerProbe> {
  const { mongo } = await import('mongoose')
  const { serverSelectionTimeoutMS: _, readConcernLevel: level, readPreference } = MAJORITY
  const client = await mongo.MongoClient.connect(url, {
    serverSelectionTimeoutMS: PATIENCE,
    socketTimeoutMS: PATIENCE,
    readConcern: { level },
    readPreference,
  })
  const database = client.db()
  return {
    async read() {
      // Mongoose makes plurals of Payload's slugs.
      const meta = await database.collection('ledger-metas').findOne({ key: 'epoch' })
      const head = await database
        .collection('publications')
        .findOne({}, { sort: { seq: -1 }, projection: { seq: 1 } })
      return meta ? toHead(meta.value, head?.seq) : null
    },
    close: () => client.close(),
  }
}

function toHead(epoch: unknown, seq: unknown): LedgerHead | null {
  return typeof epoch === 'string' ? { epoch, seq: Number(seq ?? 0) } : null
}
