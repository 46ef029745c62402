/** What the page tells beside the document. HTML. */
import { ADJACENCY_TEXT } from '../../../../pipelines/channels/delivery/adjacency.ts'
import { block, prose, table } from './words.ts'

type Text = { id: string; title: string; body: string }

const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${prose(text)}</p>`).join('\n')

/** Lines that work as they are written. */
export function startText(address: string): Text {
  const body = [
    paragraphs('No key, no account. Everything is a GET and answers JSON, from any origin.'),
    block(
      [
        `curl '${address}/v1'`,
        `curl '${address}/v1/articles?limit=5&fields=title,url,summary'`,
        `curl '${address}/v1/glossary-terms?letter=m&body=none'`,
        `curl '${address}/v1/role-profiles?track=management&count=true'`,
        `curl '${address}/v1/sync?limit=100'`,
      ].join('\n'),
    ),
    paragraphs(
      'Lists answer `{ "data": […], "page": { "limit", "next" } }`. Give `page.next` back as `after` for the next page, or follow `Link: rel="next"`: pages neither skip nor repeat an item while somebody publishes. A comma within a parameter means or; `\\,` is a comma. Several parameters mean and.',
      'Use an item by its `id`: slugs may change, ids never do.',
    ),
  ]
  return { id: 'start', title: 'Start', body: body.join('\n') }
}

const LADDER_TEXT =
  '`ladder` holds the rungs of the profile’s family from the lowest to the highest, with what is expected on each. `current` marks the one that this profile is on; `profile` is the profile that is published for a rung, or null.'

/** Of a section of operations where there is one by this id, else sections of their own after those. */
export const TEXTS: readonly Text[] = [
  {
    id: 'errors',
    title: 'Errors',
    body: [
      paragraphs(
        'Problems are `application/problem+json` (RFC 9457): `detail` says in a sentence what is wrong and what to do. A problem with a parameter names it in `parameter`, and `allowed` lists what it may be.',
      ),
      table(
        ['Status', 'When'],
        [
          ['304', 'Nothing has changed since the `ETag` that you sent in `If-None-Match`.'],
          ['308', 'The slug is a former one; `Location` has the present address.'],
          ['400', 'A parameter, a value or a field that is not known here, or a request with a body.'],
          ['401', 'A preview without a valid pass.'],
          ['404', 'Nothing public is here, and nothing ever was. Drafts look no different.'],
          ['405', 'Something other than GET, HEAD or OPTIONS.'],
          ['410', 'It was public and is no more; or a cursor of another history: start over without it.'],
          ['414', 'The address is longer than 8,000 characters.'],
          ['429', 'More than 600 previews in a minute: `Retry-After` says when to ask again.'],
          ['431', 'The address and the headers together are longer than 16 KB.'],
          [
            '503',
            'Galley has not come as far as `Galley-Min-Seq` or a cursor of sync, is starting, or has too much to do: `Retry-After` says when to ask again.',
          ],
        ].map(([status = '', when = '']) => [prose(`\`${status}\``), prose(when)]),
      ),
    ].join('\n'),
  },
  {
    id: 'caches',
    title: 'Caches',
    body: paragraphs(
      'What may be kept has an `ETag` (previews and sync may not). `Cache-Control` lets shared caches keep it shortly and serve it while they ask again; browsers always ask. `Surrogate-Key` (`Cache-Tag`) lists what the answer is made of: a CDN that purges by these keys may keep answers for as long as it likes.',
      '`Galley-Seq` is the position in the site’s ledger that an answer shows. A client that has just heard of a publication sends that number as `Galley-Min-Seq`, and gets nothing older.',
    ),
  },
  {
    id: 'sync',
    title: 'Sync',
    body: [
      '<h3>In short</h3>',
      paragraphs('To keep a copy of the site, or of some types of it:'),
      `<ol><li>${prose('Ask `/v1/sync`. Apply every change in its order: `upsert` replaces what you have by `id`, `delete` removes it.')}</li>
<li>${prose('Keep `cursor` together with what you applied. While `more` is true, ask again at once with `cursor`.')}</li>
<li>${prose('Later, ask again with the last `cursor`: only what has changed comes. It does not expire.')}</li>
<li>${prose('On 410 the history of the site is another one: empty your copy and begin without a cursor.')}</li></ol>`,
      paragraphs(
        '`/v1/changes` says the same as it happens, as events `upsert` and `delete` that carry the cursor as their id. After 410, and after its event `reset`, start over.',
      ),
    ].join('\n'),
  },
  {
    id: 'roles',
    title: 'Roles',
    body: `<h3>Ladder</h3>${paragraphs(LADDER_TEXT)}
<h3>Adjacent roles</h3>${paragraphs(ADJACENCY_TEXT)}`,
  },
  {
    id: 'preview',
    title: 'Preview',
    body: paragraphs(
      'An editor’s Preview button opens your website with `type`, `slug` and `token`. Your website asks `/v1/preview/{type}/{slug}?token=…` and shows the item as any other: it has the same form. `token` is a pass for that one document and ends after an hour; the answer is never kept by anybody. Programs may ask with an API key instead.',
    ),
  },
]
