// A second program on the same database file: makes topics and says how many it was told are saved.
import { bootPayload, closePayload, prepare } from '../../dist/src/boot.js'

const [, , label, count] = process.argv
const payload = await bootPayload(await prepare())
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
