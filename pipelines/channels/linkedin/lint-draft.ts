import { lint } from './lint.ts'

/** What a draft says of how its text should be. */
type Known = {
  title?: string | null
  itemType?: string | null
  link?: string | null
  hashtags?: readonly string[] | null
  basis?: { text: string } | null
}

/** The faults of what a person has typed as the post of a draft; see `lint`. Hashtags of their own are as good. Pure. */
export function lintDraft(text: string, { title, itemType, link, hashtags, basis }: Known): string[] {
  const [, last = ''] = /\n\n(#\S+(?: +#\S+)*)$/.exec(text) ?? []
  const typed = last === '' ? null : last.split(/ +/)
  // The settings may have put the link into the first comment.
  const isLinkBelow = Boolean(link && basis?.text.includes(link))
  return lint(text, {
    title: title ?? '',
    isQuestionHook: itemType === 'faqs',
    hashtags: typed ?? hashtags ?? [],
    ...(link && isLinkBelow ? { link } : {}),
  })
}
