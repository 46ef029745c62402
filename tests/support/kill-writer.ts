/**
 * A Galley that saves, publishes, renames and unpublishes until it is killed or stopped, and says on stdout what it is
 * at, line by line: `op MARK`, `ack MARK`, `life MARK`, `lived MARK`, `begin save|publish`, `commit …`, `end …` (of a
 * transaction), `write COLLECTION`, `wrote …` (the ledger's and the channels'; `delivery`: the file that the API reads). A write to a pipe is synchronous: what
 * it has said survives the kill.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { writeSync } from 'node:fs'
import type { Payload } from 'payload'
import { wholeOperation } from '../../database/whole-operation.ts'
import { createReplica, type Replica } from '../../pipelines/channels/delivery/replica.ts'
import { bootPayload } from '../../src/boot.ts'
import { readEnv } from '../../src/env.ts'
import { createGalley } from '../../src/galley.ts'
import { type MarkedType, marked, type Targets } from './marked.ts'

type Id = number | string

export type Plan = {
  first: number
  count: number
  ids: Record<MarkedType, Id>
  targets: Targets
  /** Articles that come, go and change their names. */
  lives: Id[]
  /** Ends, or stops, itself right after it has said `line` for the `nth` time since its first save. */
  aim?: { line: string; nth: number; signal: 'SIGKILL' | 'SIGSTOP' }
}

/** What each mark does: both types in turn, every third save is a draft over what is live. */
export function taskOf(mark: number): { type: MarkedType; status: 'published' | 'draft' } {
  return {
    type: mark % 2 === 0 ? 'articles' : 'glossary-terms',
    status: mark % 3 === 0 ? 'draft' : 'published',
  }
}

const TURNS = [
  'edit',
  'unpublish',
  'rename',
  'edit',
  'draft',
  'rename',
  'unpublish',
  'draft',
  'edit',
] as const

/** What happens to one of the lives at each mark. */
export function turnOf(mark: number): { [field: string]: unknown; _status: 'published' | 'draft' } {
  const turn = TURNS[mark % TURNS.length]
  const words = { title: `Life ${mark}`, summary: `Life ${mark}` }
  if (turn === 'unpublish') return { _status: 'draft' }
  if (turn === 'rename') return { ...words, slug: `life-${mark}`, _status: 'published' }
  return { ...words, _status: turn === 'draft' ? 'draft' : 'published' }
}

/** Where the ledger and the channels write. */
const MACHINE_WRITTEN = /^(publications|ledger-|linkedin-)|-items$/

/** `hasStopped`: since it was woken again it does what it was at, and nothing new. */
function makeSay(aim: Plan['aim']) {
  let isBegun = false
  let seen = 0
  const say = (line: string) => {
    writeSync(1, `${line}\n`)
    isBegun ||= line.startsWith('op ')
    if (!aim || !isBegun || line !== aim.line) return
    seen += 1
    if (seen !== aim.nth) return
    writeSync(1, `${aim.signal}\n`)
    process.kill(process.pid, aim.signal)
  }
  return { say, hasStopped: () => aim !== undefined && seen >= aim.nth }
}

const saving = new AsyncLocalStorage<true>()

function tellTransactions(payload: Payload, say: (line: string) => void) {
  const { beginTransaction, commitTransaction } = payload.db
  const who = new Map<unknown, string>()
  payload.db.beginTransaction = async function begin(options) {
    const by = saving.getStore() ? 'save' : 'publish'
    say(`before ${by}`)
    const id = await beginTransaction.call(this, options)
    who.set(id, by)
    if (id !== null) say(`begin ${by}`)
    return id
  }
  payload.db.commitTransaction = async function commit(incoming) {
    const id = await incoming
    say(`commit ${who.get(id)}`)
    await commitTransaction.call(this, id)
    say(`end ${who.get(id)}`)
  }
}

function tellWrites(payload: Payload, say: (line: string) => void) {
  const { create, updateOne } = payload.db
  const told = async <T>(collection: string, write: () => Promise<T>) => {
    if (!MACHINE_WRITTEN.test(collection)) return write()
    say(`write ${collection}`)
    const written = await write()
    say(`wrote ${collection}`)
    return written
  }
  payload.db.create = ((args) => told(args.collection, () => create.call(payload.db, args))) as typeof create
  payload.db.updateOne = ((args) =>
    told(args.collection, () => updateOne.call(payload.db, args))) as typeof updateOne
}

/** In the transaction: what is written is not committed yet. */
function tellStore({ store }: Replica, say: (line: string) => void) {
  const { write } = store
  store.write = (work) =>
    write(() => {
      const done = work()
      say('wrote delivery')
      return done
    })
}

async function main({ first, count, ids, targets, lives, aim }: Plan) {
  const { say, hasStopped } = makeSay(aim)
  const env = readEnv()
  const payload = await bootPayload(env)
  const replica = createReplica(env.dataDir)
  const galley = createGalley(payload, env, { replica })
  tellTransactions(payload, say)
  tellWrites(payload, say)
  tellStore(replica, say)
  const update = (
    collection: MarkedType,
    id: Id,
    data: { _status: 'published' | 'draft' },
    isDraft: boolean,
  ) =>
    saving.run(true, () =>
      wholeOperation(payload.db, collection, () =>
        payload.update({ collection, id, data: data as never, draft: isDraft as never, depth: 0 }),
      ),
    )
  await galley.start()
  for (let mark = first; mark < first + count && !hasStopped(); mark++) {
    const { type, status } = taskOf(mark)
    say(`op ${mark}`)
    await update(type, ids[type], { ...marked(type, mark, targets), _status: status }, status === 'draft')
    say(`ack ${mark}`)
    const life = lives[mark % lives.length]
    if (life === undefined) continue
    say(`life ${mark}`)
    const data = turnOf(mark)
    await update('articles', life, data, data._status === 'draft' && 'title' in data)
    say(`lived ${mark}`)
  }
  await galley.settled()
  await galley.stop()
  say('over')
  process.exit(0)
}

const plan = process.argv[2]
if (process.argv[1]?.endsWith('kill-writer.js') && plan) await main(JSON.parse(plan) as Plan)
