/** Answers, headers and problems that operations share. */
import { list, object, ref, type Schema, text, uri, whole } from './schema.ts'

const header = (description: string, schema: Schema, example: unknown): Schema => ({
  description,
  schema,
  example,
})

const headerRef = (name: string) => ({ [name]: { $ref: `#/components/headers/${name}` } })

export const headers: { [name: string]: Schema } = {
  ETag: header('Give it back in `If-None-Match`.', text(), '"m3T0uFq0xw"'),
  'Galley-Seq': header(
    'Position in the ledger of what this answer shows; grows with each publication.',
    whole(),
    128,
  ),
  'Cache-Control': header(
    'How long shared caches may keep it, and serve it while they ask again.',
    text(),
    'public, max-age=0, s-maxage=60, stale-while-revalidate=300',
  ),
  'Surrogate-Key': header(
    'What the answer is made of, separated by spaces, for CDNs that purge by it.',
    text(),
    'articles articles/topic:baking',
  ),
  'Cache-Tag': header('The same, separated by commas.', text(), 'articles,articles/topic:baking'),
  Link: header(
    'The next page, `rel="next"`.',
    text(),
    '<https://cms.example.com/v1/articles?after=WyJleGFtcGxlIl0>; rel="next"',
  ),
  Location: header('Where it is now.', text(), 'https://cms.example.com/v1/articles/why-dough-rests'),
  'Retry-After': header('Seconds.', whole(), 1),
}

const KEPT = ['ETag', 'Galley-Seq', 'Cache-Control', 'Surrogate-Key', 'Cache-Tag']

export const namesToHeaders = (names: readonly string[]): Schema => Object.assign({}, ...names.map(headerRef))

export const problemSchema = object(
  { type: text('Always `about:blank`: the status says it.'), title: text(), status: whole(), detail: text() },
  {
    parameter: text('The parameter that is wrong.'),
    value: text('What was given for it.'),
    allowed: list(text(), 'What it may be.'),
    requestId: text('What the log knows it by.'),
  },
  'Problem details (RFC 9457): `detail` says what is wrong and what to do.',
)

const problem = (
  description: string,
  example: { status: number; title: string; detail: string; [member: string]: unknown },
): Schema => ({
  description,
  content: {
    'application/problem+json': { schema: ref('Problem'), example: { type: 'about:blank', ...example } },
  },
})

/** By the name that operations refer to. */
export const responses: { [name: string]: Schema } = {
  NotModified: {
    description: 'Nothing has changed since the `ETag` that you named.',
    headers: namesToHeaders(KEPT.slice(0, 3)),
  },
  Moved: {
    description: 'This was its slug once: ask at `Location`, with the same parameters.',
    headers: namesToHeaders(['Location']),
    content: {
      'application/json': {
        schema: object({ location: uri() }),
        example: { location: 'https://cms.example.com/v1/articles/why-dough-rests' },
      },
    },
  },
  BadRequest: problem('A parameter or its value is not allowed here; the answer lists what is.', {
    status: 400,
    title: 'Bad Request',
    detail: '"count" must be true or false.',
    parameter: 'count',
    value: 'yes',
  }),
  Unauthorized: problem('The pass (`token`) is wrong, has expired or is for another document.', {
    status: 401,
    title: 'Unauthorized',
    detail: 'This preview needs a valid pass for the document: open it again with Preview in the admin.',
  }),
  NotFound: problem('Nothing public is here, and nothing ever was.', {
    status: 404,
    title: 'Not Found',
    detail: 'There is no published item "a-slug" in articles.',
  }),
  Gone: problem('It was public once and is no more.', {
    status: 410,
    title: 'Gone',
    detail: 'The item "a-slug" in articles is public no more.',
  }),
  StartOver: problem('The cursor is of another history of the site: start over without it.', {
    status: 410,
    title: 'Gone',
    detail: 'This "after" is of another history of the site: start over without it.',
  }),
  TooLong: problem('The address, or all headers together, are longer than Galley reads.', {
    status: 414,
    title: 'URI Too Long',
    detail: 'The address is longer than 8000 characters.',
  }),
  NotYet: {
    ...problem('Galley is not as far as `Galley-Min-Seq`, or is still reading the ledger.', {
      status: 503,
      title: 'Service Unavailable',
      detail: 'Entry 128 of the ledger has not come here yet: try again in a second.',
    }),
    headers: namesToHeaders(['Retry-After']),
  },
  NoDraft: problem('Of those with an API key: there is no such document.', {
    status: 404,
    title: 'Not Found',
    detail: 'There is no document "a-slug" in articles.',
  }),
  TooMany: {
    ...problem('More than 600 previews in a minute from one address.', {
      status: 429,
      title: 'Too Many Requests',
      detail: 'Too many previews from your address: try again in a minute.',
    }),
    headers: namesToHeaders(['Retry-After']),
  },
  Busy: {
    ...problem('A hundred previews wait already.', {
      status: 503,
      title: 'Service Unavailable',
      detail: 'Too many previews at once: try again in a moment.',
    }),
    headers: namesToHeaders(['Retry-After']),
  },
}

/** 200 with JSON. `names`: of its headers, `more`: beyond those. */
export function found(
  schema: Schema,
  example: unknown,
  { names = KEPT, more = [] }: { names?: string[]; more?: string[] } = {},
): Schema {
  return {
    description: 'Here it is.',
    headers: namesToHeaders([...names, ...more]),
    content: { 'application/json': { schema, example } },
  }
}

/** By status, of the answers above. */
export const also = (answers: { [status: number]: string }): { [status: string]: Schema } =>
  Object.fromEntries(
    Object.entries(answers).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
  )
