/**
 * A Galley that saves marked documents until it is killed, and says on stdout what it is at, line by line:
 * `op MARK`, `ack MARK`, `begin save|publish`, `commit …`, `end …` (of a transaction). A write to a pipe is
 * synchronous: what it has said survives the kill.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { writeSync } from 'node:fs'
import { wholeOperation } from '../../database/whole-operation.ts'
import { bootPayload } from '../../src/boot.ts'
import { readEnv } from '../../src/env.ts'
import { createGalley } from '../../src/galley.ts'
import { type MarkedType, marked, type Targets } from './marked.ts'

export type Plan = {
  first: number
  count: number
  ids: Record<MarkedType, number | string>
  targets: Targets
}

/** What each mark does: both types in turn, every third save is a draft over what is live. */
export function taskOf(mark: number): { type: MarkedType; status: 'published' | 'draft' } {
  return {
    type: mark % 2 === 0 ? 'articles' : 'glossary-terms',
    status: mark % 3 === 0 ? 'draft' : 'published',
  }
}

async function main({ first, count, ids, targets }: Plan) {
  const say = (line: string) => writeSync(1, `${line}\n`)
  const env = readEnv()
  const payload = await bootPayload(env)
  const galley = createGalley(payload, env)
  const saving = new AsyncLocalStorage<true>()
  const { beginTransaction, commitTransaction } = payload.db
  const who = new Map<unknown, string>()
  payload.db.beginTransaction = async function begin(options) {
    const id = await beginTransaction.call(this, options)
    who.set(id, saving.getStore() ? 'save' : 'publish')
    if (id !== null) say(`begin ${who.get(id)}`)
    return id
  }
  payload.db.commitTransaction = async function commit(incoming) {
    const id = await incoming
    say(`commit ${who.get(id)}`)
    await commitTransaction.call(this, id)
    say(`end ${who.get(id)}`)
  }
  await galley.start()
  for (let mark = first; mark < first + count; mark++) {
    const { type, status } = taskOf(mark)
    say(`op ${mark}`)
    await saving.run(true, () =>
      wholeOperation(payload.db, type, () =>
        payload.update({
          collection: type,
          id: ids[type],
          data: { ...marked(type, mark, targets), _status: status } as never,
          draft: (status === 'draft') as never,
          depth: 0,
        }),
      ),
    )
    say(`ack ${mark}`)
  }
  say('over')
}

const plan = process.argv[2]
if (process.argv[1]?.endsWith('kill-writer.js') && plan) await main(JSON.parse(plan) as Plan)
