/** `npm run export -- DIR`: the database's content as files. */
import { parseArgs } from 'node:util'
import { bootPayload, closePayload, prepare } from '../boot.ts'
import { exportContent } from '../content-files/index.ts'
import { quiet, run } from './run.ts'

async function main(): Promise<number> {
  const [directory, ...others] = parseArgs({ allowPositionals: true }).positionals
  if (directory === undefined || others.length > 0) {
    process.stderr.write('Usage: npm run export -- DIR\n')
    return 1
  }
  const env = quiet(await prepare())
  const payload = await bootPayload(env)
  try {
    const result = await exportContent({ payload, directory, uploadsDir: env.uploadsDir })
    const { files, pictures, newerDrafts, missingPictures } = result
    process.stdout.write(`exported ${files} files and ${pictures} pictures to ${directory}\n`)
    if (newerDrafts.length > 0) {
      process.stderr.write(
        `${newerDrafts.length} of them have a newer draft, which is not exported: ${newerDrafts.join(', ')}\n`,
      )
    }
    if (missingPictures.length > 0) {
      process.stderr.write(
        `${missingPictures.length} pictures are not in ${env.uploadsDir} and were left out: ${missingPictures.join(', ')}\n`,
      )
    }
    return missingPictures.length > 0 ? 1 : 0
  } finally {
    await closePayload(payload)
  }
}

run(main)
