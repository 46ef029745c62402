import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import mongoose from 'mongoose'
import { MAJORITY } from '../mongodb-options.ts'
import type { SnapshotStore, TakeOptions } from './store.ts'

type Db = NonNullable<mongoose.Connection['db']>

/** Before the names of collections that are loaded and not yet in their places. */
const STAGED = 'restoring.'
const END = '.bson'
const BATCH = 200
const BATCH_BYTES = 4_000_000

/** Numbers keep their kinds. */
const EXACTLY = { promoteValues: false, promoteBuffers: false, bsonRegExp: true }

export function mongoStore(url: string): SnapshotStore {
  const withDb = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    const connection = await mongoose.createConnection(url, MAJORITY).asPromise()
    try {
      return await work(connection.db as Db)
    } finally {
      await connection.close()
    }
  }
  return {
    isEmpty: () =>
      withDb(async (db) => {
        for (const name of await ownNames(db)) if (await db.collection(name).findOne({})) return false
        return true
      }),
    take: (folder, options) => withDb((db) => dump(db, folder, options)),
    stage: (folder, signal) =>
      withDb(async (db) => {
        await dropStaged(db)
        for (const file of await filesIn(folder)) await load(db, file, signal)
      }),
    discard: () => withDb(dropStaged),
    adopt: (folder) => withDb((db) => swap(db, folder)),
    // Who else is connected cannot be known.
    alone: (work) => work(),
  }
}

async function namesIn(db: Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray()
  return found.map(({ name }) => name).filter((name) => !name.startsWith('system.'))
}

const ownNames = async (db: Db) => (await namesIn(db)).filter((name) => !name.startsWith(STAGED))

const stagedNames = async (db: Db) => (await namesIn(db)).filter((name) => name.startsWith(STAGED))

/**
 * Versions before their documents: a document that is saved meanwhile is then newer than its version, which is
 * what heal-versions.ts mends.
 */
function inOrder(names: string[], first: readonly string[]): string[] {
  const rank = (name: string) => {
    const at = first.indexOf(name)
    if (at >= 0) return at
    return name.startsWith('_') ? first.length : first.length + 1
  }
  return names.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1))
}

async function dump(db: Db, folder: string, { first, growing, signal }: TakeOptions): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of inOrder(await ownNames(db), first)) {
    const sort = { [growing[name] ?? '_id']: 1 } as const
    const cursor = db.collection(name).find({}, { raw: true, sort })
    const target = createWriteStream(path.join(folder, name + END), { flags: 'wx' })
    await pipeline(Readable.from(cursor, { objectMode: true }), target, { signal })
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(END))
  return names.sort().map((name) => path.join(folder, name))
}

async function load(db: Db, file: string, signal: AbortSignal): Promise<void> {
  const collection = await db.createCollection(STAGED + path.basename(file, END))
  let batch: mongoose.mongo.BSON.Document[] = []
  let bytes = 0
  const flush = async () => {
    if (batch.length > 0) await collection.insertMany(batch)
    batch = []
    bytes = 0
  }
  for await (const one of documentsIn(file)) {
    signal.throwIfAborted()
    batch.push(mongoose.mongo.BSON.deserialize(one, EXACTLY))
    bytes += one.length
    if (batch.length >= BATCH || bytes >= BATCH_BYTES) await flush()
  }
  await flush()
}

/** Each document begins with its own length (https://bsonspec.org/spec.html). */
async function* documentsIn(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(file)) {
    rest = Buffer.concat([rest, chunk as Buffer])
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0)
      if (length < 5) throw new Error(`${path.basename(file)} is damaged`)
      yield rest.subarray(0, length)
      rest = rest.subarray(length)
    }
  }
  if (rest.length > 0) throw new Error(`${path.basename(file)} is cut off`)
}

async function dropStaged(db: Db): Promise<void> {
  for (const name of await stagedNames(db)) await db.dropCollection(name)
}

/** Each collection in one step. Indexes are made at the next start. */
async function swap(db: Db, folder: string): Promise<void> {
  const kept = new Set((await filesIn(folder)).map((file) => path.basename(file, END)))
  for (const name of await stagedNames(db)) {
    await db.renameCollection(name, name.slice(STAGED.length), { dropTarget: true })
  }
  for (const name of await ownNames(db)) if (!kept.has(name)) await db.dropCollection(name)
}
