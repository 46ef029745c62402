/** `npm run bench -- bulk [DOCUMENTS]`: a selection of drafts is published; the public reads meanwhile. */
import { readMeanwhile } from '../support/read-meanwhile.ts'
import { paragraphs } from '../support/text.ts'
import { startEditor } from './editor.ts'
import { report, round } from './report.ts'

const AT_ONCE = 100
const ADDRESSES = ['/v1/articles?limit=10', '/feeds/rss.xml']

export async function benchBulk(count: number): Promise<void> {
  const editor = await startEditor()
  const ids: number[] = []
  for (let n = 0; n < count; n++) {
    const data = {
      title: `Article ${n}`,
      body: paragraphs(`Text ${n} of a few words. `.repeat(20)),
      _status: 'draft',
    }
    const made = await editor.send<{ doc: { id: number } }>('POST', '/api/articles?draft=true&depth=0', data)
    ids.push(made.doc.id)
  }
  const reading = readMeanwhile(editor.url, ADDRESSES)
  const start = performance.now()
  for (let from = 0; from < count; from += AT_ONCE) {
    const query = ids.slice(from, from + AT_ONCE).join(',')
    await editor.send('PATCH', `/api/articles?depth=0&limit=${AT_ONCE}&where[id][in]=${query}`, {
      _status: 'published',
    })
  }
  const answered = performance.now() - start
  await editor.caughtUp()
  const everywhere = performance.now() - start
  const reads = await reading.stop()
  await editor.close()
  report('bulk', [
    {
      documents: count,
      'answered s': round(answered / 1000),
      'in every channel s': round(everywhere / 1000),
      'ms a document': round(everywhere / count),
      'public read p50 ms': round(reads.at(0.5)),
      'p99 ms': round(reads.at(0.99)),
    },
  ])
}
