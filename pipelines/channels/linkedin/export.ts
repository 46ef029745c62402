/** Approved drafts for scheduling tools. Pure. */
import type { Mention } from './api-text.ts'
import { toCsv } from './csv.ts'
import { type Format, toMoment } from './draft.ts'
import type { Picture } from './pictures.ts'

export type Approved = {
  id: number | string
  title?: string | null
  text?: string | null
  apiText?: string | null
  firstComment?: string | null
  postAs?: string | null
  author?: string | null
  format?: Format | null
  plannedFor?: string | null
  pictures?: Picture[] | null
  carousel?: { url: string; pages: number } | null
  link?: string | null
  hashtags?: string[] | null
  mentions?: Mention[] | null
  sourceUrl?: string | null
}

type File = { type: string; fileName: string; body: string }

type ExportFormat = {
  /** Posts that the tool takes in one file; absent: any number. */
  most?: number
  takes?(draft: Approved): boolean
  /** `zone`: IANA name, of the times in the CSVs (the tools read them in the account's own time zone). */
  write(drafts: readonly Approved[], zone: string): File
}

/**
 * Buffer's bulk upload (help centre, article 926): these four headers as they are written here, `YYYY-MM-DD HH:mm`,
 * pictures by addresses that end with `.png` or `.jpg`; without a time a post goes into the queue. 100 posts a file
 * (10 on its free plan).
 */
const buffer: ExportFormat = {
  most: 100,
  write(drafts, zone) {
    const rows = drafts.map((draft) => {
      const { year, month, day, hour, minute } = partsOf(draft.plannedFor, zone)
      return [
        draft.text ?? '',
        draft.format === 'picture' ? (draft.pictures?.[0]?.url ?? '') : '',
        '',
        draft.plannedFor ? `${year}-${month}-${day} ${hour}:${minute}` : '',
      ]
    })
    const body = toCsv([['Text', 'Image URL', 'Tags', 'Posting Time'], ...rows])
    return { type: 'text/csv; charset=utf-8', fileName: 'linkedin-buffer.csv', body }
  },
}

/**
 * Hootsuite's bulk composer: no header; `mm/dd/yyyy hh:mm` (one of the forms that its upload offers) at full five
 * minutes, message, link. 350 posts a file; what has no time cannot be scheduled and is left out.
 */
const hootsuite: ExportFormat = {
  most: 350,
  takes: ({ plannedFor }) => Boolean(plannedFor),
  write(drafts, zone) {
    const rows = drafts.map(({ plannedFor, text, link, format }) => {
      const { year, month, day, hour, minute } = partsOf(toFiveMinutes(plannedFor), zone)
      // A link that the message holds would be posted twice; a picture has no link card.
      const own = link && format === 'link' && !text?.includes(link) ? link : ''
      return [`${month}/${day}/${year} ${hour}:${minute}`, text ?? '', own]
    })
    return { type: 'text/csv; charset=utf-8', fileName: 'linkedin-hootsuite.csv', body: toCsv(rows) }
  },
}

const json: ExportFormat['write'] = (drafts) => {
  const posts = drafts.map((draft) => ({ ...draft, plannedFor: toMoment(draft.plannedFor) }))
  const body = `${JSON.stringify({ posts }, null, 2)}\n`
  return { type: 'application/json', fileName: 'linkedin-posts.json', body }
}

const markdown: ExportFormat['write'] = (drafts) => {
  const body = drafts.map(toMarkdown).join('\n---\n\n')
  return { type: 'text/markdown; charset=utf-8', fileName: 'linkedin-posts.md', body }
}

const formats: { [format: string]: ExportFormat } = {
  ...{ buffer, hootsuite },
  ...{ json: { write: json }, markdown: { write: markdown } },
}

export const EXPORT_FORMATS = Object.keys(formats)

/**
 * The file of one part, from 1 on, of as many as the tool's limit makes; null when there is no such part. Files of
 * several are numbered.
 */
export function exportPart(
  format: string,
  drafts: readonly Approved[],
  { zone, part }: { zone: string; part: number },
): (File & { parts: number }) | null {
  const { most = Number.POSITIVE_INFINITY, takes = () => true, write } = formats[format] as ExportFormat
  const taken = drafts.filter(takes)
  const parts = Math.max(1, Math.ceil(taken.length / most))
  if (part > parts) return null
  const some = parts === 1 ? taken : taken.slice((part - 1) * most, part * most)
  const file = write(some, zone)
  const fileName = parts === 1 ? file.fileName : file.fileName.replace(/(?=\.\w+$)/, `-${part}-of-${parts}`)
  return { ...file, fileName, parts }
}

/** What to do where the tool would get an empty file; null where it gets something. */
export function whyNothing(format: string, drafts: readonly Approved[]): string | null {
  const { takes } = formats[format] as ExportFormat
  if (!takes || drafts.some(takes)) return null
  return drafts.length === 0
    ? 'No approved draft is planned in this range: approve and plan one first.'
    : 'None of these drafts has a planned time, and Hootsuite takes no other: plan them first, or choose another format.'
}

function toMarkdown(draft: Approved): string {
  const { title, author, plannedFor, text, firstComment, pictures } = draft
  const facts = [
    author && `- Posted as: ${author}`,
    plannedFor && `- Planned for: ${toMoment(plannedFor)}`,
    pictures?.[0] && `- Picture: <${pictures[0].url}>`,
  ].filter((fact) => typeof fact === 'string')
  const parts = [
    `## ${(title ?? '').replace(/([\\`*_[\]<>#])/g, '\\$1')}`,
    facts.join('\n'),
    fenced(text ?? ''),
    ...(firstComment ? ['First comment:', fenced(firstComment)] : []),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** In a fence that the text cannot close (CommonMark §4.5). */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}`
}

/** The next full five minutes. */
function toFiveMinutes(moment: unknown): string | null {
  const iso = toMoment(moment)
  return iso && new Date(Math.ceil(Date.parse(iso) / 300_000) * 300_000).toISOString()
}

function partsOf(moment: unknown, timeZone: string) {
  const iso = toMoment(moment)
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
    timeZone,
  })
  const parts = iso ? format.formatToParts(new Date(iso)) : []
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: of('minute'),
  }
}
