import { wellFormed } from '../rich-text/well-formed.ts'

/**
 * Text for a place that holds one line (a title, a name, an alternative text): well-formed, every run of
 * spaces, tabs and line ends one space, none at the ends.
 */
export function toLine(text: string): string {
  return wellFormed(text)
    .replace(/[\t\n\r\f\v \u2028\u2029]+/g, ' ')
    .trim()
}
