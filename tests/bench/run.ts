/** `npm run bench -- [NAME] [SIZE]`: measures; ratios against a baseline of the same run mean more than the figures. */
import { benchImport } from './import.ts'

const [name = 'import', size = '1000'] = process.argv.slice(2)
if (name !== 'import' || !/^\d+$/.test(size)) {
  process.stderr.write('Usage: npm run bench -- [import] [FILES]\n')
  process.exit(1)
}
await benchImport(Number(size))
process.exit(0)
