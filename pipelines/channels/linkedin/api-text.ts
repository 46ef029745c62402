/** The paste text in LinkedIn's little text format, for `commentary` of its Posts API. */
import { escapeLittleText } from './little-text.ts'

/** A person or an organisation that LinkedIn knows: `urn:li:person:…` or `urn:li:organization:…`. */
export type Mention = { name: string; urn: string }

/** What of a paste text is more than plain text. */
export type Meant = {
  link?: string
  hashtags?: readonly string[]
  mentions?: readonly Mention[]
  /** For a text that no person wrote: a `#` in the content is no hashtag; only those of the ending are. */
  isMade?: boolean
}

const urn = /^urn:li:(?:person|organization|member|company):[\w-]+$/
const tag = /((?<!\S)#(?=[\p{N}\p{M}]*\p{L})[\p{L}\p{N}\p{M}]+(?![\p{L}\p{N}\p{M}_#]))/u

/**
 * A paste text, edited or not, as the API takes it: everything reserved is escaped, but for hashtags (`#Tag` at a
 * line's start or after a space) and the first naming of whom it mentions. The link is never looked into.
 */
export function toApiText(
  pasteText: string,
  { link = '', hashtags = [], mentions = [], isMade = false }: Meant,
): string {
  const tags = hashtags.join(' ')
  if (isMade && tags !== '' && pasteText.endsWith(tags))
    return `${toApiText(pasteText.slice(0, -tags.length), { link, mentions, isMade })}${tags}`
  const known = mentions.filter(({ name, urn: id }) => name.trim() !== '' && urn.test(id))
  const open = new Map(known.map((mention) => [mention.name, mention]))
  const plain = (text: string): string => {
    const first = [...open.values()]
      .map((mention) => ({ mention, at: findName(text, mention.name) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at || b.mention.name.length - a.mention.name.length)[0]
    if (!first) return escapeLittleText(text)
    const { mention, at } = first
    open.delete(mention.name)
    const after = text.slice(at + mention.name.length)
    const link = `@[${escapeLittleText(mention.name)}](${mention.urn})`
    return `${escapeLittleText(text.slice(0, at))}${link}${plain(after)}`
  }
  const parts = link === '' ? [pasteText] : pasteText.split(link)
  return parts
    .map((part) =>
      part
        .split(tag)
        .map((piece, index) => (index % 2 === 1 && !isMade ? piece : plain(piece)))
        .join(''),
    )
    .join(escapeLittleText(link))
}

/** Where the name stands as words of its own; -1 when it does not. */
function findName(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text.charAt(at - 1)} ${text.charAt(at + name.length)}`
    if (!/[\p{L}\p{N}]/u.test(around)) return at
  }
  return -1
}
