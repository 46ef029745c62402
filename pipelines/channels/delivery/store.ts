/**
 * The read model of the delivery API: a file of its own on each machine that serves, made from the ledger and from
 * nothing else (docs/adr/0012). Its place in the ledger stands in it and moves in the same transaction as its rows.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type LocalFile, openLocalFile, removeLocalFile } from '../../../database/local-file.ts'
import { isDamaged } from '../../../database/sqlite-faults.ts'
import { followers } from './followers.ts'
import { HOLES } from './holes.ts'

/** Of the tables below, of what is written in them, and of every follower's. Another one: the file is made anew. */
export const FORM = 1

/**
 * `items`: every item that ever was public. `seq`: the entry that made the row; `changed`: the last one that changed
 * anything the item carries, which is the order of sync. `item`: as it is given out, null when it is gone;
 * `carried`: what follows from other items, as members of a JSON object (`"mentions":[…]`) or empty.
 *
 * `places`: where a live item stands in each list that holds it. A `list` is a type (`articles`) or a type and
 * something that its items share (`articles topic:mes`); it is also the tag by which answers are forgotten.
 *
 * `addresses`: under which slugs an item ever was public.
 */
const TABLES = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE items (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    slug TEXT NOT NULL,
    live INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    published TEXT NOT NULL,
    updated TEXT NOT NULL,
    title TEXT NOT NULL,
    code TEXT,
    low REAL,
    high REAL,
    item TEXT,
    carried TEXT NOT NULL DEFAULT ''
  );
  CREATE INDEX items_by_type_and_change ON items (type, changed, id);
  CREATE INDEX items_by_address ON items (type, slug);
  CREATE INDEX items_by_high ON items (type, high, low, id) WHERE live = 1 AND high IS NOT NULL;
  CREATE INDEX items_by_low ON items (type, low, id) WHERE live = 1 AND low IS NOT NULL;
  CREATE TABLE places (
    list TEXT NOT NULL,
    id TEXT NOT NULL,
    published TEXT NOT NULL,
    updated TEXT NOT NULL,
    title TEXT NOT NULL,
    code TEXT,
    PRIMARY KEY (id, list)
  ) WITHOUT ROWID;
  CREATE INDEX places_by_published ON places (list, published, id);
  CREATE INDEX places_by_updated ON places (list, updated, id);
  CREATE INDEX places_by_title ON places (list, title, id);
  CREATE INDEX places_by_code ON places (list, code, id) WHERE code IS NOT NULL;
  CREATE TABLE counts (list TEXT PRIMARY KEY, items INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE addresses (
    type TEXT NOT NULL,
    slug TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (type, slug, id)
  ) WITHOUT ROWID;
  CREATE TABLE files (name TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (name, id)) WITHOUT ROWID;
  CREATE INDEX files_by_item ON files (id);
`

export type Position = {
  /** Of the ledger that the rows follow from; empty before the first. */
  epoch: string
  /** Of the last entry that stands in the rows. */
  seq: number
  /** Moves when everything was made anew: nothing that was read before may be kept. */
  generation: number
}

export type Store = LocalFile & {
  position(): Position
  /** In the transaction at hand. */
  setPosition(position: Position): void
  /** Empties every table, in one transaction, and begins at entry 1 of the ledger with this `epoch`. */
  startOver(epoch: string): void
  /** It was found to be damaged: whoever opens it next makes it anew. Others may still read what is whole of it. */
  giveUp(): void
}

/**
 * Opens the read model in `folder`, or makes it; several processes may share it. One of another form is left behind and
 * removed, and so is one that cannot be read: everything in it can be made again.
 */
export function openStore(folder: string): Store {
  const name = `delivery-${FORM}.db`
  mkdirSync(folder, { recursive: true })
  for (const other of readdirSync(folder))
    if (/^delivery-\d+\.db$/.test(other) && other !== name) removeLocalFile(path.join(folder, other))
  const file = path.join(folder, name)
  const local = openTables(file)
  const position = (): Position => {
    const known = new Map(local.sql<[string, string]>('SELECT name, value FROM meta').all())
    return {
      epoch: known.get('epoch') ?? '',
      seq: Number(known.get('seq') ?? 0),
      generation: Number(known.get('generation') ?? 0),
    }
  }
  const setPosition = (position: Position) => {
    for (const [name, value] of Object.entries(position))
      local.sql('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)').run(name, String(value))
  }
  const clear = (epoch: string) => {
    const { generation } = position()
    for (const table of ['items', 'places', 'counts', 'addresses', 'files', 'holes', 'meta'])
      local.exec(`DELETE FROM ${table}`)
    for (const follower of followers) follower.clear(local)
    setPosition({ epoch, seq: 0, generation: generation + 1 })
  }
  return {
    ...local,
    position,
    setPosition,
    startOver(epoch) {
      this.write(() => clear(epoch))
    },
    giveUp: () => writeFileSync(givenUp(file), ''),
  }
}

/** What says so, beside it. */
const givenUp = (file: string) => `${file}-damaged`

function openTables(file: string): LocalFile {
  const open = () => {
    const local = openLocalFile(file)
    try {
      makeTables(local)
    } catch (error) {
      local.close()
      throw error
    }
    return local
  }
  const openAnew = (why: string) => {
    process.stderr.write(`[delivery] ${file} is damaged (${why}): it is made anew\n`)
    removeLocalFile(file)
    rmSync(givenUp(file), { force: true })
    return open()
  }
  if (existsSync(givenUp(file))) return openAnew('as was found before')
  try {
    return open()
  } catch (error) {
    if (!isDamaged(error)) throw error
    return openAnew((error as Error).message)
  }
}

function makeTables(file: LocalFile): void {
  const isMade = () => file.sql("SELECT 1 FROM sqlite_master WHERE name = 'items'").get() !== undefined
  if (isMade()) return
  // Another process may be at it in the same moment.
  file.exec('PRAGMA busy_timeout = 5000')
  file.write(() => {
    if (isMade()) return
    file.exec(TABLES)
    file.exec(HOLES)
    for (const follower of followers) file.exec(follower.tables)
  })
  file.exec('PRAGMA busy_timeout = 0')
}
