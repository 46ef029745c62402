/**
 * `/v1/changes`: what `/v1/sync` says, as it happens, over Server-Sent Events (HTML Standard §9.2). Listeners at the same
 * place share the bytes; one who does not take them is read nothing more until he does.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Progress, presentProgress, readChanges } from '../../../pipelines/channels/delivery/changes.ts'
import type { Replica } from '../../../pipelines/channels/delivery/replica.ts'
import type { Answer, Asked, Context } from './answer.ts'
import { createListeners, type Listener } from './listeners.ts'
import { CHANGES } from './parameters.ts'
import { problemAnswer } from './problem-answer.ts'
import { changeText, type Followed, readFollowed } from './sync.ts'
import { writeSyncCursor } from './sync-cursor.ts'

export type Changes = {
  /** Begins a stream, or says why not: 400 for the query, 410 for a cursor of another epoch, 503 for one too many. */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    given: { asked: Asked; context: Context; headers: { [name: string]: string } },
  ): void
  /** How many listen. */
  count(): number
  /** Ends every stream and begins no other. */
  close(): void
}

export type ChangesOptions = {
  replica: Pick<Replica, 'onStale'>
  maxListeners?: number
  /** The stream has ended, then. */
  onError?: (error: unknown) => void
  /** Calls `beat` again and again until what it answers is called; every 15 s when absent. */
  everyBeat?: (beat: () => void) => () => void
}

/** What is read at a time; so much may wait for a slow listener. */
const PAGE = { limit: 100, maxBytes: 32_000 }
const MOST_KEPT_PAGES = 50

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
  // A stream that ends must not hold a server that stops.
  Connection: 'close',
}

/** A page as it goes out, and where it ends. */
type Sent = { bytes: Buffer; progress: Progress; more: boolean }

export function createChanges({
  replica,
  maxListeners = 5_000,
  onError,
  everyBeat,
}: ChangesOptions): Changes {
  const listeners = createListeners({ read, beatOf, onError, everyBeat })
  const kept = new Map<string, Sent | 'not yet'>()
  let isClosed = false
  replica.onStale(() => {
    kept.clear()
    listeners.wake()
  })

  function read(listener: Listener): Sent | 'reset' | 'not yet' {
    const { context, epoch, types, progress } = listener
    if (context.epoch() !== epoch) return 'reset'
    const key = keyOf(listener)
    const known = kept.get(key)
    if (known) return known
    const page = readChanges(context.store, progress, { ...PAGE, types: types ?? context.types })
    const sent: Sent | 'not yet' =
      page === 'not yet'
        ? page
        : {
            bytes: Buffer.from(
              page.changes
                .map((change) =>
                  eventText({
                    id: writeSyncCursor({ epoch, types, progress: change.progress }),
                    event: change.item === null ? 'delete' : 'upsert',
                    data: changeText(change),
                  }),
                )
                .join(''),
            ),
            progress: page.progress,
            more: page.more,
          }
    // One item may be larger than a page.
    if (sent !== 'not yet' && sent.bytes.length > 2 * PAGE.maxBytes) return sent
    if (kept.size >= MOST_KEPT_PAGES) kept.clear()
    kept.set(key, sent)
    return sent
  }

  function begin(followed: Followed, context: Context, response: ServerResponse) {
    const { types } = followed
    const epoch = context.epoch()
    const progress = followed.progress ?? presentProgress(context.store)
    // So that not everybody comes back in the same moment.
    response.write(`retry: ${Math.round(1_000 + Math.random() * 4_000)}\n\n`)
    if (!followed.progress) {
      const cursor = writeSyncCursor({ epoch, types, progress })
      response.write(eventText({ id: cursor, event: 'ready', data: JSON.stringify({ cursor }) }))
    }
    listeners.add({ response, context, epoch, types, progress })
  }

  return {
    answer(request, response, { asked, context, headers }) {
      const refused = isClosed || listeners.count() >= maxListeners || context.epoch() === ''
      const followed = refused ? tooMany() : readFollowed(withLastEventId(asked), context, CHANGES)
      if ('status' in followed) return refuse(response, followed, headers)
      response.writeHead(200, { ...headers, ...HEADERS })
      if (request.method === 'HEAD') response.end()
      else begin(followed, context, response)
    },
    count: listeners.count,
    close() {
      isClosed = true
      listeners.close()
    },
  }
}

/** The cursor alone goes with a heartbeat: nothing is dispatched, and who comes back comes back to here. */
const beatOf = ({ epoch, types, progress }: Listener) =>
  `: listening\nid: ${writeSyncCursor({ epoch, types, progress })}\n\n`

const keyOf = ({ types, progress: { form, seq, id, walk } }: Listener) =>
  JSON.stringify([types, form, seq, id, walk && [walk.after, walk.since]])

const eventText = ({ id, event, data }: { id: string; event: string; data: string }) =>
  `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`

/** A browser that comes back says where it was, and asks for the same address as in the beginning. */
function withLastEventId({ query, headers }: Asked): URLSearchParams {
  const last = headers['last-event-id']
  const asked = new URLSearchParams(query)
  if (typeof last === 'string' && last !== '') asked.set('cursor', last)
  return asked
}

const tooMany = () =>
  problemAnswer(
    { status: 503, detail: 'Too many listen at the moment: read /v1/sync, or try again later.' },
    { headers: { 'Retry-After': '30' } },
  )

function refuse(response: ServerResponse, answer: Answer, headers: { [name: string]: string }): void {
  const { status, body, contentType = '' } = answer
  const own = { 'Content-Type': contentType, 'Cache-Control': 'no-store', ...answer.headers }
  response.writeHead(status, { ...headers, ...own }).end(body)
}
