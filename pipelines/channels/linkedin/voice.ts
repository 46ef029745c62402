/** Who speaks in a post: a person (an author, by default the first), or the company. */
import type { ContentItem } from '../../content-item.ts'
import type { Voice } from './outline.ts'

const COMPANY = 'company'

/** One person speaks: `I've placed …`, `ask me`. `we` may be a company. */
const firstPerson =
  /(?<![\p{L}\p{N}'’.])(?:I(?:['’](?:ve|m|d|ll))?|me|my|My|mine|myself|Me|Mine)(?![\p{L}\p{N}/&]|\.\p{L})/u
const quoted = /["“][^"“”]*["”]|(?<![\p{L}\p{N}])['‘][^'’]{15,}['’](?![\p{L}\p{N}])/gu

/** True when one person speaks of themselves, outside words that are quoted. */
export function isInFirstPerson(text: string): boolean {
  return firstPerson.test(text.replace(quoted, ''))
}

/** The item id of the person who posts, or `company`: what was asked for, the document's own wish, the first author. */
export function toPostAs({ authors, channels }: ContentItem, asked?: string): string {
  return asked || channels.linkedin?.postAs || authors[0]?.id || COMPANY
}

/** Only an author may say `I`: a colleague who posts the text has not lived it. */
export function toVoice({ authors }: ContentItem, postAs: string): Voice {
  return { isFirstPerson: authors.some(({ id }) => id === postAs) }
}
