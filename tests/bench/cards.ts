/**
 * `npm run bench -- cards [CARDS]`: drawing social cards and documents, and the memory that fonts and canvases take. The
 * first of a kind reads its fonts and is reported apart.
 */
import { tmpdir } from 'node:os'
import { drawCard } from '../../media/cards/draw-card.ts'
import { drawCarousel } from '../../media/cards/draw-carousel.ts'
import type { Card, Carousel } from '../../media/cards/drawing.ts'
import { type Row, report, round, share } from './report.ts'

const MEGABYTE = 1024 * 1024

const sender = {
  site: 'Plant & People',
  mark: null,
  person: { name: 'Daniel Langley', role: 'Editor', photo: null },
  accent: '#0f5f7a',
  language: 'en',
}

const card = (title: string, size: Card['size']): Card => ({
  kind: 'card',
  size,
  look: 'plain',
  kicker: 'Article · Leadership',
  title,
  text: '',
  figures: [],
  sender,
})

const carousel = (title: string): Carousel => ({
  kind: 'carousel',
  kicker: 'Article',
  title,
  text: 'What to ask before a single tree is ordered.',
  pages: Array.from({ length: 7 }, (_, index) => ({
    mark: `${index + 1}`,
    title: 'Who waters it in July?',
    text: 'A tree needs fifty litres a week for three summers. Name the person before you name the species.',
    current: false,
  })),
  closing: { title: 'Come along', address: 'example.com/five', url: 'https://example.com/five' },
  sender,
})

const ENGLISH = 'How great leaders win over the plant, the shift and everybody who has seen three systems go'

const KINDS: { [name: string]: (n: number) => Promise<Buffer> } = {
  'card 1200 × 627': (n) => drawCard(card(`${n} ${ENGLISH}`, 'landscape'), tmpdir()),
  'card 1080 × 1080': (n) => drawCard(card(`${n} ${ENGLISH}`, 'square'), tmpdir()),
  'card, Arabic': (n) => drawCard(card(`كيف تختار نظام إدارة المصنع ${n}؟`, 'landscape'), tmpdir()),
  'card, Japanese': (n) => drawCard(card(`製造実行システムの選び方 ${n}`, 'landscape'), tmpdir()),
  'card, emoji': (n) => drawCard(card(`Ship it 🚀🔥👨‍👩‍👧‍👦 ${n}`, 'landscape'), tmpdir()),
  'document, 9 pages': (n) => drawCarousel(carousel(`${n} questions for a planting plan`), tmpdir()),
}

export async function benchCards(count: number): Promise<void> {
  const rows: Row[] = []
  const before = process.memoryUsage().rss
  for (const [kind, draw] of Object.entries(KINDS)) {
    const times: number[] = []
    let [first, bytes] = [0, 0]
    for (let n = 0; n <= count; n++) {
      const start = performance.now()
      bytes = (await draw(n)).length
      const took = performance.now() - start
      if (n === 0) first = took
      else times.push(took)
    }
    rows.push({
      kind,
      'first ms': round(first),
      'p50 ms': share(times, 0.5),
      'p95 ms': share(times, 0.95),
      KB: round(bytes / 1000),
      'MB more': round((process.memoryUsage().rss - before) / MEGABYTE),
    })
  }
  report('cards', rows)
}
