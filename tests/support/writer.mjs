// A second program on the same database file: makes topics, when it is told to (SIGUSR2), and says how many it
// was told are saved.
import { once } from 'node:events'
import { bootPayload, closePayload, prepare } from '../../dist/src/boot.js'

const [, , label, count] = process.argv
const payload = await bootPayload(await prepare())
const told = once(process, 'SIGUSR2')
const waiting = setInterval(() => {}, 1_000)
process.stdout.write('ready\n')
await told
clearInterval(waiting)
let saved = 0
for (let index = 0; index < Number(count); index++) {
  try {
    await payload.create({ collection: 'topics', data: { name: `${label} ${index}`, _status: 'published' } })
    saved += 1
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
  }
}
await closePayload(payload)
process.stdout.write(`${saved}\n`)
process.exit(0)
