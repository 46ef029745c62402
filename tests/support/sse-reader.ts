/** Reads Server-Sent Events as a browser does (HTML Standard §9.2.6), for tests. */
import type { IncomingMessage } from 'node:http'

export type SseEvent = { id: string; event: string; data: string }

export class SseReader {
  /** Of the last event, whether it was dispatched or brought nothing but its id. */
  lastId = ''
  /** When the connection has ended, however. */
  readonly ended: Promise<void>
  private readonly events: SseEvent[] = []
  private readonly waiting: ((event: SseEvent | null) => void)[] = []
  private isEnded = false

  constructor(response: IncomingMessage) {
    let rest = ''
    response.setEncoding('utf8').on('data', (text: string) => {
      const blocks = (rest + text).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) this.take(block)
    })
    this.ended = new Promise((resolve) => {
      response.on('error', () => {})
      response.on('close', () => {
        this.isEnded = true
        for (const give of this.waiting.splice(0)) give(null)
        resolve()
      })
    })
  }

  /** The next event; null when the connection ends before it comes. */
  async nextOrEnd(): Promise<SseEvent | null> {
    const event = this.events.shift()
    if (event || this.isEnded) return event ?? null
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  async next(): Promise<SseEvent> {
    const event = await this.nextOrEnd()
    if (!event) throw new Error('the stream has ended')
    return event
  }

  private take(block: string) {
    const fields = new Map<string, string>()
    for (const line of block.split('\n')) {
      const [name = '', ...value] = line.split(':')
      if (name !== '') fields.set(name, value.join(':').replace(/^ /, ''))
    }
    this.lastId = fields.get('id') ?? this.lastId
    const data = fields.get('data')
    if (data === undefined) return
    const event = { id: this.lastId, event: fields.get('event') ?? 'message', data }
    const give = this.waiting.shift()
    if (give) give(event)
    else this.events.push(event)
  }
}
