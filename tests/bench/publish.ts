/**
 * `npm run bench -- publish [TIMES]`: from an editor's request to each place where the public, or the desk, sees it; one
 * at a time. The baseline, in the same run: how long the request itself takes to be answered.
 */
import { paragraphs } from '../support/text.ts'
import { type Editor, startEditor } from './editor.ts'
import { report, share } from './report.ts'

const TEXT =
  'Rain stays under the kerb for nine days, and the trees above it drink it before the next shower. '
const LOOK_EVERY_MS = 5

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

/** Looks at one place after the other: whoever looks at all of them all the time measures the looking. */
async function watch(
  editor: Editor,
  article: Article,
  places: string[],
  onSeen: (place: string) => void,
): Promise<void> {
  for (let left = places; left.length > 0; ) {
    const missing: string[] = []
    for (const place of left) {
      if (await PLACES[place]?.(editor, article)) onSeen(place)
      else missing.push(place)
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
    left = missing
  }
}

export async function benchPublish(times: number): Promise<void> {
  const editor = await startEditor()
  const answered: number[] = []
  const seen = new Map<string, number[]>()
  for (const place of Object.keys(PLACES)) {
    const path = place.split(' ')[1] ?? ''
    // A channel that this version does not have.
    if (path.startsWith('/feeds') && !(await fetch(editor.url + path)).ok) continue
    seen.set(place, [])
  }
  for (let turn = 0; turn < times + 10; turn++) {
    const { doc } = await editor.send<{ doc: Article }>('POST', '/api/articles?draft=true&depth=0', {
      ...{ title: `Article ${turn}`, body: paragraphs(TEXT.repeat(5), TEXT.repeat(5)), _status: 'draft' },
    })
    const start = performance.now()
    const publishing = editor.send('PATCH', `/api/articles/${doc.id}?depth=0`, { _status: 'published' })
    const isWarm = turn >= 10
    const watching = watch(editor, doc, [...seen.keys()], (place) => {
      if (isWarm) seen.get(place)?.push(performance.now() - start)
    })
    await publishing
    if (isWarm) answered.push(performance.now() - start)
    await watching
  }
  await editor.close()
  const rows = [['the request is answered', answered] as const, ...seen]
  report(
    'publish',
    rows.map(([what, all]) => ({ what, times, 'p50 ms': share(all, 0.5), 'p99 ms': share(all, 0.99) })),
  )
}
