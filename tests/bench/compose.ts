/**
 * `npm run bench -- compose [DRAFTS]`: LinkedIn posts out of the demo's items, all variants of each. The baseline, in the
 * same run: the same items copied as JSON.
 */
import { composePosts } from '../../pipelines/channels/linkedin/render.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import { site } from '../fixtures/site.ts'
import { itemsOf, typesByCollection } from '../support/content-items.ts'
import { report, round, share } from './report.ts'

const MEGABYTE = 1024 * 1024

export async function benchCompose(count: number): Promise<void> {
  const items = [...itemsOf('demo').values()].filter(({ type }) => typesByCollection.get(type)?.toPost)
  const nth = (n: number) => ({ ...items[n % items.length], id: `articles:${n}` }) as ContentItem
  const measure = (work: (item: ContentItem) => unknown) => {
    for (let n = 0; n < items.length; n++) work(nth(n))
    const times: number[] = []
    const before = process.memoryUsage().rss
    for (let n = 0; n < count; n++) {
      const start = performance.now()
      work(nth(n))
      times.push(performance.now() - start)
    }
    const seconds = times.reduce((sum, time) => sum + time, 0) / 1000
    const more = (process.memoryUsage().rss - before) / MEGABYTE
    return { seconds, times, more }
  }
  const baseline = measure((item) => JSON.parse(JSON.stringify(item)))
  const composing = measure((item) => composePosts({ item, site, types: typesByCollection }))
  report('compose', [
    {
      drafts: count,
      seconds: round(composing.seconds),
      'p50 ms': share(composing.times, 0.5),
      'p99 ms': share(composing.times, 0.99),
      'MB more': round(composing.more),
      '× copying': round(composing.seconds / baseline.seconds),
    },
  ])
}
