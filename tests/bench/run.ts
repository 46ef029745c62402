/** `npm run bench -- [NAME] [SIZE]`: measures; ratios against a baseline of the same run mean more than the figures. */
import { benchBulk } from './bulk.ts'
import { benchCards } from './cards.ts'
import { benchCompose } from './compose.ts'
import { benchDelivery, benchScale } from './delivery.ts'
import { benchFeeds } from './feeds.ts'
import { benchImport } from './import.ts'
import { benchPublish } from './publish.ts'
import { benchReconcile } from './reconcile.ts'

/** What SIZE counts, how much of it when it is not said, and the bench. */
const BENCHES: { [name: string]: [unit: string, size: number, run: (size: number) => Promise<void>] } = {
  import: ['FILES', 1000, benchImport],
  publish: ['TIMES', 100, benchPublish],
  bulk: ['DOCUMENTS', 1000, benchBulk],
  reconcile: ['ITEMS', 10_000, benchReconcile],
  feeds: ['SECONDS', 9, benchFeeds],
  delivery: ['ITEMS', 10_000, benchDelivery],
  cards: ['CARDS', 50, benchCards],
  compose: ['DRAFTS', 1000, benchCompose],
}

const [name = 'all', given] = process.argv.slice(2)
if (name === '--scale') {
  await benchScale()
  process.exit(0)
}
const chosen = name === 'all' ? Object.values(BENCHES) : [BENCHES[name]]
if (chosen.includes(undefined) || (given !== undefined && !/^\d+$/.test(given))) {
  const usage = Object.entries(BENCHES).map(([bench, [unit, size]]) => `  ${bench} [${unit}, ${size}]`)
  process.stderr.write(
    `Usage: npm run bench -- [NAME] [SIZE]; all of them without a name.\n${usage.join('\n')}\n  --scale: the delivery API at 100, 10,000 and 100,000 items (half an hour)\n`,
  )
  process.exit(1)
}
for (const bench of chosen) if (bench) await bench[2](given ? Number(given) : bench[1])
process.exit(0)
