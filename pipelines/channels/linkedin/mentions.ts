/** Whom a post may tag: the item's people and its client, as far as their LinkedIn identifiers are known. */
import type { ContentItem } from '../../content-item.ts'
import type { Mention } from './api-text.ts'
import { readText } from './fields.ts'
import { toPlain } from './plain.ts'

/** Authors but the one who posts, then the client. Each once. */
export function toMentions({ authors, fields }: ContentItem, postAs: string): Mention[] {
  const people = authors
    .filter(({ id }) => id !== postAs)
    .map(({ name, linkedinUrn }) => ({ name: toPlain(name), urn: linkedinUrn ?? '' }))
  const client = { name: toPlain(readText(fields.client)), urn: readText(fields.clientLinkedinUrn) }
  const known = [...people, client].filter(({ name, urn }) => name !== '' && urn !== '')
  return [...new Map(known.map((one) => [one.urn, one])).values()]
}
