/** Sentences and words of plain text, by Unicode's rules (UAX 29), the same on every machine. */
const sentenceRules = new Intl.Segmenter('en', { granularity: 'sentence' })
const wordRules = new Intl.Segmenter('en', { granularity: 'word' })

/** UAX 29 knows no abbreviations: a sentence that ends with one of these goes on. */
const abbreviation =
  /(?:^|[\s("'“‘])(?:e\.g|i\.e|cf|vs|etc|approx|incl|no|nr|dr|mr|mrs|ms|prof|st|inc|ltd|co|corp|fig|z\.b|d\.h|bzw|ca|p\.ex|[A-Z])\.$/i

/**
 * The sentences of one paragraph in order, trimmed, none empty. A line end closes a sentence; an
 * abbreviation (`e.g.`, `Dr.`, `J.`) does not.
 */
export function sentences(text: string): string[] {
  const found: string[] = []
  let open = ''
  for (const { segment } of sentenceRules.segment(text)) {
    open += segment
    if (!/\n\s*$/.test(open) && abbreviation.test(open.trimEnd())) continue
    if (open.trim() !== '') found.push(open.trim())
    open = ''
  }
  if (open.trim() !== '') found.push(open.trim())
  return found
}

/** How many words a reader would count; a run of Japanese or Chinese counts by its dictionary words. */
export function countWords(text: string): number {
  let count = 0
  for (const { isWordLike } of wordRules.segment(text)) if (isWordLike) count += 1
  return count
}
