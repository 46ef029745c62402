import { bootPayload, closePayload, prepare } from '/work/main/src/boot.ts'
import { importContent } from '/work/main/src/content-files/index.ts'
import { createGalley } from '/work/main/src/galley.ts'
const env = { ...(await prepare()), logLevel: 'warn' }
const payload = await bootPayload(env)
const galley = createGalley(payload, env)
await galley.start()
for (let i = 0; i < 2; i++) {
let t = performance.now()
const r = await importContent({ payload, paths: [process.argv[2] ?? ''], publish: true })
console.log('import ms', Math.round(performance.now() - t), r.created, r.updated, r.unchanged, r.failed, r.errors.slice(0,3)); t = performance.now()
await galley.settled()
console.log('settled ms', Math.round(performance.now() - t))
}
await galley.stop(); await closePayload(payload); process.exit(0)
