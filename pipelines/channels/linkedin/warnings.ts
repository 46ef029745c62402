import type { ContentItem, LinkedInSettings } from '../../content-item.ts'
import { lint } from './lint.ts'

/** What an editor should look at, as plain sentences: the text's own faults, then hashtags and picture. */
export function toWarnings(facts: {
  /** The paste text, generated or edited. */
  text: string
  item: Pick<ContentItem, 'title' | 'type' | 'image'>
  link: string
  hashtags: readonly string[]
  isCut?: boolean
  settings: Pick<LinkedInSettings, 'linkPlace'>
}): string[] {
  const { text, item, link, hashtags, isCut = false, settings } = facts
  const expected = {
    title: item.title,
    isQuestionHook: item.type === 'faqs',
    hashtags,
    ...(settings.linkPlace === 'post' ? { link } : {}),
  }
  const warnings = [
    ...lint(text, expected),
    isCut && 'The text was too long and has been cut',
    hashtags.length < 3 &&
      `${hashtags.length} ${hashtags.length === 1 ? 'hashtag' : 'hashtags'}: 3 to 5 are usual; add topics`,
    item.image && item.image.alt.trim() === '' && 'The picture has no alternative text; the title stands in',
  ]
  return warnings.filter((warning) => typeof warning === 'string')
}
