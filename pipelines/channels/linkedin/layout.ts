/** How lists stand in a post: as the settings say. */
import type { LinkedInSettings } from '../../content-item.ts'

/** Paragraphs with one blank line between them. */
export function layOut(
  paragraphs: readonly string[],
  { bullets, emojiBullets }: Pick<LinkedInSettings, 'bullets' | 'emojiBullets'>,
): string {
  const shown = bullets === 'prose' ? withoutLists(paragraphs) : paragraphs
  const text = shown.join('\n\n')
  return bullets === 'bullets' && emojiBullets ? text.replace(/^(\u2003*)• /gm, '$1🔹 ') : text
}

const isList = (paragraph: string) => /^(?:•|\d+\.) /.test(paragraph) && paragraph.includes('\n')

/** `Namely:` with its list becomes `Namely: a; b; c.` */
function withoutLists(paragraphs: readonly string[]): string[] {
  const shown: string[] = []
  for (const paragraph of paragraphs) {
    if (!isList(paragraph)) {
      shown.push(paragraph)
      continue
    }
    const items = paragraph
      .split('\n')
      .map((line) => line.replace(/^\s*(?:•|\d+\.)\s*/, '').replace(/[.;,]$/, ''))
    const before = shown.at(-1) ?? ''
    const sentence = `${items.join('; ')}.`
    if (/[:：]$/.test(before)) shown[shown.length - 1] = `${before} ${sentence}`
    else shown.push(sentence)
  }
  return shown
}
