// A client that reads as little as it can: the length of each answer, and when it was whole. In a process of its own.
import { connect } from 'node:net'

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const END_OF_CHUNKS = Buffer.from('\r\n0\r\n\r\n')
const MOST_TIMES = 4_000_000

process.on('message', async ({ port, connections, seconds, heads }) => {
  const times = new Float64Array(MOST_TIMES)
  let answers = 0
  let errors = 0
  let turn = 0
  const end = performance.now() + seconds * 1000

  const run = () =>
    new Promise((resolve) => {
      const socket = connect(port, 'localhost')
      let left = 0
      let isChunked = false
      let tail = Buffer.alloc(0)
      let head = null
      let sent = 0
      const send = () => {
        sent = performance.now()
        socket.write(heads[turn++ % heads.length])
      }
      socket.setNoDelay(true)
      socket.once('connect', send)
      socket.once('error', () => {
        errors += 1
      })
      socket.on('data', (chunk) => {
        if (left === 0) {
          head = head ? Buffer.concat([head, chunk]) : chunk
          const at = head.indexOf(END_OF_HEAD)
          if (at < 0) return
          const text = head.latin1Slice(0, at)
          const status = text.slice(9, 12)
          if (status !== '200' && status !== '304') errors += 1
          const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
          isChunked = length === undefined && status !== '304'
          left = isChunked ? 1 : at + 4 + Number(length ?? 0) - head.length
          head = null
        } else if (!isChunked) {
          left -= chunk.length
        }
        if (isChunked) {
          tail = Buffer.concat([tail, chunk]).subarray(-END_OF_CHUNKS.length)
          if (tail.equals(END_OF_CHUNKS)) left = 0
        }
        if (left > 0) return
        left = 0
        tail = Buffer.alloc(0)
        const now = performance.now()
        if (answers < MOST_TIMES) times[answers] = now - sent
        answers += 1
        if (now < end) send()
        else socket.destroy()
      })
      socket.once('close', resolve)
    })

  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, run))
  const took = (performance.now() - start) / 1000
  const sorted = times.subarray(0, Math.min(answers, MOST_TIMES)).sort()
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  process.send({ perSecond: answers / took, p50: at(0.5), p99: at(0.99), p999: at(0.999), errors })
})
