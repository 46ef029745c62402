/**
 * `GET /api/linkedin-drafts/export?format=buffer|hootsuite|json|markdown&from=&to=&zone=&part=`: approved drafts, as a
 * file, or as several where the tool takes only so many in one: `Link: <…&part=2>; rel="next"` names the next.
 */
import { APIError, type Endpoint, type Where } from 'payload'
import { isSignedIn } from '../../../src/access.ts'
import { DRAFTS } from './draft.ts'
import { type Approved, EXPORT_FORMATS, exportPart, whyNothing } from './export.ts'

/** More are refused, so that none is left out in silence. */
const MOST = 5_000

const FIELDS = [
  ...['title', 'text', 'apiText', 'firstComment', 'postAs', 'author', 'format', 'plannedFor'],
  ...['pictures', 'carousel', 'link', 'hashtags', 'mentions', 'sourceUrl'],
]

/** `from`, `to`: dates (a whole day in UTC) or moments, of `plannedFor`; `zone`: of the times in the CSVs, else UTC. */
export const exportDrafts: Endpoint = {
  path: '/export',
  method: 'get',
  async handler(req) {
    if ((await isSignedIn({ req })) !== true) throw new APIError('Sign in.', 401, null, true)
    const query = req.searchParams
    const format = query.get('format') ?? ''
    if (!EXPORT_FORMATS.includes(format)) throw refused(`"format" is one of ${EXPORT_FORMATS.join(', ')}.`)
    const zone = query.get('zone') || 'UTC'
    if (!isZone(zone)) throw refused('"zone" is a time zone, such as Europe/Copenhagen.')
    const part = Number(query.get('part') ?? 1)
    if (!Number.isSafeInteger(part) || part < 1) throw refused('"part" is a number from 1 on.')
    const { docs } = await req.payload.db.find<Approved & { id: number }>({
      collection: DRAFTS,
      where: { and: [{ state: { equals: 'approved' } }, ...between(query)] },
      select: Object.fromEntries(FIELDS.map((field) => [field, true as const])),
      sort: ['plannedFor', 'seq'],
      limit: MOST + 1,
      pagination: false,
    })
    if (docs.length > MOST)
      throw refused(`More than ${MOST} approved drafts: ask for a shorter range with "from" and "to".`)
    const nothing = whyNothing(format, docs)
    if (nothing) throw refused(nothing)
    const file = exportPart(format, docs, { zone, part })
    if (!file) throw refused(`There is no part ${part}.`)
    const next = new URLSearchParams([...query].filter(([name]) => name !== 'part'))
    next.set('part', `${part + 1}`)
    const headers = {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      ...(part < file.parts ? { Link: `<${req.pathname}?${next}>; rel="next"` } : {}),
    }
    return new Response(file.body, { headers })
  },
}

function between(query: URLSearchParams): Where[] {
  const [from, to] = [query.get('from'), query.get('to')]
  return [
    ...(from ? [{ plannedFor: { greater_than_equal: momentOf('from', from, '00:00:00.000') } }] : []),
    ...(to ? [{ plannedFor: { less_than_equal: momentOf('to', to, '23:59:59.999') } }] : []),
  ]
}

function momentOf(name: string, given: string, time: string): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T${time}Z` : given)
  if (Number.isNaN(date.getTime())) throw refused(`"${name}" is a date, such as 2026-05-04.`)
  return date.toISOString()
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}

const refused = (message: string) => new APIError(message, 400, null, true)
