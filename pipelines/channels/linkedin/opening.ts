/** The hook and the body of a post, by type. */
import type { ContentItem } from '../../content-item.ts'
import { readList, readRecord, readText } from './fields.ts'
import { HOOK_UNITS, limitHook, type Opening, pickOpening } from './hook.ts'
import { type Passage, prose, quote, tidy, toPassages } from './passages.ts'
import { toKey, toPlain, toPlainPost } from './plain.ts'
import { toRoleProfileOpening } from './role-profile.ts'

/** An item as a post, before link and hashtags. A person's own text wins over everything. */
export function toOpening(item: ContentItem): Opening {
  const override = toOverride(item)
  if (override !== '') return toOpeningByHand(override)
  const { hook, passages } = toOpeningByType(item)
  return { hook: limitHook(hook.replaceAll('\n', ' ')), passages }
}

/** What a person wrote for LinkedIn in place of the body, as plain text; empty when nobody did. */
export function toOverride({ channels }: ContentItem): string {
  return toPlainPost(channels.linkedin?.text ?? '')
}

function toOpeningByHand(text: string): Opening {
  const [first = '', ...rest] = text.split('\n\n')
  const [line = '', ...lines] = first.split('\n')
  const under = lines.length > 0 ? [{ kind: 'prose' as const, text: lines.join('\n'), level: 0 }] : []
  return {
    hook: line,
    passages: [...under, ...rest.map((part) => ({ kind: 'prose' as const, text: part, level: 0 }))],
  }
}

function toOpeningByType(item: ContentItem): Opening {
  const body = toBody(item)
  if (item.type === 'faqs') return toFaqOpening(item, body)
  if (item.type === 'case-studies') return toCaseStudyOpening(item, body)
  if (item.type === 'role-profiles') return toRoleProfileOpening(item) ?? toPlainOpening(item, body)
  return toPlainOpening(item, body)
}

/** The body without the title that some begin with; the short answer or the summary where there is none. */
function toBody(item: ContentItem): Passage[] {
  const title = toKey(item.title)
  const passages = tidy(
    toPassages(item.blocks).filter(({ kind, text }) => kind !== 'heading' || toKey(text) !== title),
  )
  if (passages.length > 0) return passages
  return tidy([prose(readText(item.fields.shortAnswer)), prose(item.summary)])
}

function toPlainOpening({ title, summary, fields }: ContentItem, passages: readonly Passage[]): Opening {
  return pickOpening({ passages, title, others: [readText(fields.shortAnswer), summary] })
}

/** The question, even though it is the title; the answer below. */
function toFaqOpening(item: ContentItem, passages: readonly Passage[]): Opening {
  const question = toPlain(readText(item.fields.question) || item.title)
  if (question === '') return toPlainOpening(item, passages)
  return { hook: question, passages: passages.filter(({ text }) => toKey(text) !== toKey(question)) }
}

/** Results first, as many as stand before the fold; the client's words last. */
function toCaseStudyOpening(item: ContentItem, passages: readonly Passage[]): Opening {
  const { quote: words, name, role } = readRecord(item.fields.testimonial)
  const said = quote(readText(words), [readText(name), readText(role)])
  const isThere = passages.some(
    ({ text }) => readText(words) !== '' && toKey(text).includes(toKey(readText(words))),
  )
  const all = isThere ? [...passages] : tidy([...passages, said])
  const { results, keys } = toResults(item)
  if (results === '') return toPlainOpening(item, all)
  const isShown = ({ kind, text }: Passage) =>
    kind === 'lines' && text.split('\n').every((line) => keys.includes(toKey(line)))
  return { hook: results, passages: tidy(all.filter((passage) => !isShown(passage))) }
}

/** `POMS – Time to hire: 6 weeks. Interviews: 4.` and the key of each result that is in it. */
function toResults({ fields }: ContentItem): { results: string; keys: string[] } {
  const metrics = readList(fields.metrics)
    .map(readRecord)
    .filter(({ label, value }) => readText(label) !== '' && readText(value) !== '')
    .map(({ label, value }) => `${toPlain(readText(label))}: ${toPlain(readText(value))}`)
  const shown: string[] = []
  for (const metric of metrics) {
    if ([...shown, metric].join('. ').length >= HOOK_UNITS) break
    shown.push(metric)
  }
  const results = shown.length === 0 ? '' : `${shown.join('. ')}.`
  const client = toPlain(readText(fields.client))
  const named = client === '' || results === '' ? results : `${client} – ${results}`
  return { results: named.length <= HOOK_UNITS ? named : results, keys: shown.map(toKey) }
}
