/**
 * `npm run bench -- feeds [SECONDS]`: feed requests a second, against a bare `node:http` server that sends the same
 * headers and bytes, in turns in the same run. The client counts bytes and reads nothing, so that it is not what is measured.
 */
import { fork } from 'node:child_process'
import { connect } from 'node:net'
import { paragraphs } from '../support/text.ts'
import { startEditor } from './editor.ts'
import { report } from './report.ts'

const CONNECTIONS = 32
const ITEMS = 60
const TURNS = 3
const WARM_UP_SECONDS = 2
const FEEDS = ['/feeds/rss.xml', '/feeds/atom.xml', '/feeds/feed.json']
const ACCEPTED = { identity: 'identity', br: 'br' }

type Target = { port: number; path: string; accepts: string }

/** Answers a second, over connections that stay open. All answers must be as long as the first. */
async function load({ port, path, accepts }: Target, seconds: number): Promise<number> {
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: ${accepts}\r\n\r\n`
  const length = await lengthOf({ port, path, accepts })
  const end = Date.now() + seconds * 1000
  let answers = 0
  const run = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, 'localhost')
      let left = length
      socket.once('error', reject).once('connect', () => socket.write(request))
      socket.on('data', (chunk) => {
        left -= chunk.length
        if (left > 0) return
        answers += 1
        left = length
        if (Date.now() < end) socket.write(request)
        else socket.destroy()
      })
      socket.once('close', () => resolve())
    })
  const start = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, run))
  return answers / ((performance.now() - start) / 1000)
}

/** Bytes of a whole answer: what comes until nothing more does. */
function lengthOf({ port, path, accepts }: Target): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost')
    let bytes = 0
    socket.setTimeout(500, () => socket.destroy())
    socket.once('error', reject).on('data', (chunk) => {
      bytes += chunk.length
    })
    socket.once('close', () => resolve(bytes))
    socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: ${accepts}\r\n\r\n`)
  })
}

async function startRaw(url: string, accepts: string) {
  const answer = await fetch(url, { headers: { 'Accept-Encoding': accepts } })
  const headers = Object.fromEntries(answer.headers)
  for (const own of ['date', 'connection', 'keep-alive', 'transfer-encoding']) delete headers[own]
  // `fetch` has decoded what came; for the same bytes they are encoded again, to the same length.
  const body = await rawBody(new URL(url), accepts)
  const child = fork('tests/bench/raw-server.mjs')
  const port = await new Promise<number>((resolve) => {
    child.once('message', (message) => resolve(Number(message)))
    child.send({ headers: { ...headers, 'content-length': `${body.length}` }, body: body.toString('base64') })
  })
  return { port, stop: () => child.kill(), bytes: body.length }
}

async function rawBody(url: URL, accepts: string): Promise<Buffer> {
  const { get } = await import('node:http')
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { 'Accept-Encoding': accepts } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)))
    })
    request.on('error', reject)
  })
}

export async function benchFeeds(seconds: number): Promise<void> {
  const editor = await startEditor()
  for (let n = 0; n < ITEMS; n++) {
    const body = paragraphs(`Text ${n} of a few words. `.repeat(40))
    await editor.send('POST', '/api/articles?depth=0', { title: `Article ${n}`, body, _status: 'published' })
  }
  await editor.caughtUp()
  const rows = []
  for (const path of FEEDS) {
    if (!(await fetch(editor.url + path)).ok) continue
    for (const [encoding, accepts] of Object.entries(ACCEPTED)) {
      const raw = await startRaw(editor.url + path, accepts)
      const ours = { port: Number(new URL(editor.url).port), path, accepts }
      const theirs = { ...ours, port: raw.port }
      const [galley, node]: [number[], number[]] = [[], []]
      // Until both are compiled as far as they will be: the larger program takes longer.
      await load(ours, WARM_UP_SECONDS)
      await load(theirs, WARM_UP_SECONDS)
      for (let turn = 0; turn < TURNS; turn++) {
        galley.push(await load(ours, seconds / TURNS))
        node.push(await load(theirs, seconds / TURNS))
      }
      raw.stop()
      const [most, rawMost] = [Math.max(...galley), Math.max(...node)]
      rows.push({
        ...{ feed: path, encoding, bytes: raw.bytes, 'Galley/s': Math.round(most) },
        ...{ 'node:http/s': Math.round(rawMost), ratio: (most / rawMost).toFixed(2) },
      })
    }
  }
  await editor.close()
  report('feeds', rows)
}
