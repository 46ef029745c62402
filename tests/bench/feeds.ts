/**
 * `npm run bench -- feeds [SECONDS]`: feed requests a second, against a bare `node:http` server that sends the same
 * headers and bytes, in turns in the same run.
 */
import { paragraphs } from '../support/text.ts'
import { startEditor } from './editor.ts'
import { compare } from './load.ts'
import { startRaw } from './raw.ts'
import { report } from './report.ts'

const ITEMS = 60
const FEEDS = ['/feeds/rss.xml', '/feeds/atom.xml', '/feeds/feed.json']

export async function benchFeeds(seconds: number): Promise<void> {
  const editor = await startEditor()
  for (let n = 0; n < ITEMS; n++) {
    const body = paragraphs(`Text ${n} of a few words. `.repeat(40))
    await editor.send('POST', '/api/articles?depth=0', { title: `Article ${n}`, body, _status: 'published' })
  }
  await editor.caughtUp()
  const rows = []
  for (const path of FEEDS) {
    for (const encoding of ['identity', 'br']) {
      const headers = { 'Accept-Encoding': encoding }
      const raw = await startRaw(editor.url + path, headers)
      const ours = { port: Number(new URL(editor.url).port), paths: [path], headers }
      const compared = await compare(ours, { ...ours, port: raw.port }, { seconds })
      raw.stop()
      const [galley, node] = [compared.ours.perSecond, compared.theirs.perSecond]
      rows.push({
        ...{ feed: path, encoding, bytes: raw.bytes, 'Galley/s': Math.round(galley) },
        ...{ 'node:http/s': Math.round(node), ratio: (galley / node).toFixed(2) },
      })
    }
  }
  await editor.close()
  report('feeds', rows)
}
