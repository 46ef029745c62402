/** Whether a sentence says something to somebody who has read nothing before it. */

const opener =
  /^["“‘'(]?(?:and|but|so|or|nor|because|that|this|these|those|it|its|they|them|their|he|she|his|her|which|then|here|also|another|such|both|neither|either|inside|otherwise|similarly|likewise|therefore|thus|hence|however|yet|still|instead|meanwhile|afterwards|again|even so|for example|for instance|in addition|in practice|in that case|as a result|as such|at the same time|on the other hand|there(?! (?:is|are)\b)|(?:each|one|some|most) of (?:them|these|those)|none of|nobody (?:had|asked)|(?:two|three|half|nine|six) of (?:them|these|those)|the (?:same|latter|former|other|others|rest|last|first|second|third|next|result|answer|goal|reason|difference between (?:them|these|the two))|to get there|unless they|there,)(?![\p{L}\p{N}])/iu
/** A pronoun among the first words stands for something that was named before. */
const earlyPronoun =
  /^(?:[^\s.,;:]+[\s,]+){1,4}(?:it|they|them|this|these|those|its|their|theirs)(?![\p{L}\p{N}'’])/iu
const person = /(?<![\p{L}\p{N}])(?:she|he|her|him|his|hers)(?![\p{L}\p{N}])/iu
/** `a strategy for this.` */
const endsInDemonstrative = /(?<![\p{L}\p{N}])(?:this|these|those|either one)(?=[.,;:!?]|$)/iu
const fragment = /^(?:why|how|which|when|where|who|what|really|yes|no|rarely|never|exactly)[.?!]$/iu
const quoted = /["“][^"”]*["”]/g

/** True for a sentence that leans on the one before it. */
export function isLeaning(sentence: string): boolean {
  const words = sentence.replace(quoted, '“”')
  return (
    opener.test(words) ||
    earlyPronoun.test(words) ||
    person.test(words) ||
    endsInDemonstrative.test(words) ||
    fragment.test(words) ||
    /^\p{Ll}/u.test(words)
  )
}

/** True for a sentence that promises what comes after it: a lead-in, a bare question, an open half. */
export function isAnnouncing(sentence: string, next: string | undefined): boolean {
  if (/[:：]["”]?$/.test(sentence)) return true
  if (fragment.test(sentence)) return next !== undefined
  return /[?？]$/.test(sentence) && next !== undefined && isLeaning(next)
}
