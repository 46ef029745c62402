/**
 * `npm run bench -- publish [TIMES]`: from an editor's request to each place where the public, or the desk, sees it; one
 * at a time. Each publication is looked for in one place, from the answer on: whoever looks in all of them, or while
 * the editor waits, measures the looking. The baseline, in the same run: a small document that Payload alone keeps.
 */
import { paragraphs } from '../support/text.ts'
import { type Editor, startEditor } from './editor.ts'
import { report, round, share } from './report.ts'

const TEXT =
  'Rain stays under the kerb for nine days, and the trees above it drink it before the next shower. '
const LOOK_EVERY_MS = 2
const WARM_UP = 10

type Article = { id: number; uid: string; slug: string }

/** Whether the article is to be seen there. */
const PLACES: { [place: string]: (editor: Editor, article: Article) => Promise<boolean> } = {
  'GET /v1/articles/{slug}': async ({ url }, { slug }) => (await fetch(`${url}/v1/articles/${slug}`)).ok,
  'GET /v1/articles': ({ url }, { uid }) => says(`${url}/v1/articles?limit=1`, uid),
  'GET /feeds/rss.xml': ({ url }, { uid }) => says(`${url}/feeds/rss.xml`, uid),
  'GET /feeds/atom.xml': ({ url }, { uid }) => says(`${url}/feeds/atom.xml`, uid),
  'GET /feeds/feed.json': ({ url }, { uid }) => says(`${url}/feeds/feed.json`, uid),
  'LinkedIn draft': async (editor, { uid }) => {
    const query = `where[itemId][equals]=articles:${uid}&depth=0&limit=1`
    const found = await editor.send<{ totalDocs: number }>('GET', `/api/linkedin-drafts?${query}`)
    return found.totalDocs > 0
  },
}

async function says(url: string, text: string): Promise<boolean> {
  return (await (await fetch(url)).text()).includes(text)
}

async function draft(editor: Editor, title: string): Promise<Article> {
  const body = paragraphs(TEXT.repeat(5), TEXT.repeat(5))
  const data = { title, body, _status: 'draft' }
  return (await editor.send<{ doc: Article }>('POST', '/api/articles?draft=true&depth=0', data)).doc
}

/** Milliseconds from the request on: to its answer, and to the first look that finds it. */
async function publish(editor: Editor, article: Article, place: string) {
  const start = performance.now()
  await editor.send('PATCH', `/api/articles/${article.id}?depth=0`, { _status: 'published' })
  const answered = performance.now() - start
  while (!(await PLACES[place]?.(editor, article)))
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  return { answered, seen: performance.now() - start }
}

/** Milliseconds for a document of one field, which stays a draft. */
async function saveSmall(editor: Editor, name: string): Promise<number> {
  const start = performance.now()
  await editor.send('POST', '/api/topics?draft=true&depth=0', { name, _status: 'draft' })
  return performance.now() - start
}

export async function benchPublish(times: number): Promise<void> {
  const editor = await startEditor()
  const small: number[] = []
  const answered: number[] = []
  const seen = new Map<string, { all: number[]; after: number[] }>()
  for (const place of Object.keys(PLACES)) {
    const path = place.split(' ')[1] ?? ''
    // A channel that this version does not have.
    if (path.startsWith('/feeds') && !(await fetch(editor.url + path)).ok) continue
    seen.set(place, { all: [], after: [] })
  }
  for (let turn = 0; turn < times + WARM_UP; turn++) {
    for (const [place, { all, after }] of seen) {
      const name = `${turn} ${place}`
      const baseline = await saveSmall(editor, name)
      const article = await draft(editor, `Article ${name}`)
      const took = await publish(editor, article, place)
      await editor.caughtUp()
      if (turn < WARM_UP) continue
      small.push(baseline)
      answered.push(took.answered)
      all.push(took.seen)
      after.push(took.seen - took.answered)
    }
  }
  await editor.close()
  const row = (what: string, all: number[], after: number[] = []) => ({
    ...{ what, times: all.length, 'p50 ms': share(all, 0.5), 'p99 ms': share(all, 0.99) },
    '× a small document': round(share(all, 0.5) / share(small, 0.5)),
    'after the answer, p50': after.length > 0 ? share(after, 0.5) : '',
    'and p99': after.length > 0 ? share(after, 0.99) : '',
  })
  report('publish', [
    row('a small document is saved', small),
    row('the request is answered', answered),
    ...[...seen].map(([place, { all, after }]) => row(place, all, after)),
  ])
}
