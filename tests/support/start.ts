/** One start of the program as far as its database: boots, says so, ends. */
import { bootPayload, closePayload, reportFatal } from '../../src/boot.ts'
import { readEnv } from '../../src/env.ts'

try {
  const payload = await bootPayload(readEnv())
  await payload.count({ collection: 'articles' })
  await closePayload(payload)
  process.stdout.write('up\n')
  process.exit(0)
} catch (error) {
  reportFatal(error)
  process.exit(1)
}
