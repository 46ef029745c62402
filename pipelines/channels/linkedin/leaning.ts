/** Whether a sentence says something to somebody who has read nothing before it. */

const opener =
  /^["“‘'(]?(?:and|but|so|or|nor|because|that|this|these|those|it|its|they|them|their|he|she|his|her|which|then|here|also|another|such|both|neither|either|inside|otherwise|similarly|likewise|therefore|thus|hence|however|yet|still|instead|meanwhile|afterwards|again|even so|for example|for instance|in addition|in practice|in that case|as a result|as such|at the same time|on the other hand|there(?! (?:is|are)\b)|(?:each|one|some|most) of (?:them|these|those)|none of|nobody (?:had|asked)|(?:two|three|half|nine|six) of (?:them|these|those)|the (?:same|latter|former|other|others|rest|last|first|second|third|next|result|answer|goal|reason|difference between (?:them|these|the two))|to get there|unless they|there,)(?![\p{L}\p{N}])/iu
/** A pronoun among the first words stands for something that was named before. */
const earlyPronoun =
  /^(?:[^\s.,;:]+[\s,]+){1,4}(?:it|they|them|this(?! (?:year|month|week|summer|winter|spring|autumn|season|morning|evening))|these(?! days)|those(?! (?:who|that|which|whose|of|with|in|on))|its|their|theirs|another(?=[,.])|a (?:second|third|fourth)(?=[,.])|ones)(?![\p{L}\p{N}'’])/iu
const person = /(?<![\p{L}\p{N}])(?:she|he|her|him|his|hers)(?![\p{L}\p{N}])/iu
/** `long before that, …`, `on such a slope, that is …` */
const demonstrative =
  /(?<![\p{L}\p{N}])(?:(?:before|after|since|beyond|apart from|from|than) (?:that|then)(?= *[,.;]|$)|by then)(?![\p{L}])|, that (?:is|was|means|makes)(?![\p{L}])|(?<![\p{L}\p{N}-])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|each)(?=[,.;]| and (?:found|got|made)(?![\p{L}]))/iu
/** `embedded across these functions`: they were named before. Not `those who wait`, `these days`, `this year`. */
const namedBefore =
  /(?<![\p{L}])(?:(?:these|those|both|such) (?!(?:as|who|that|which|whose|whom|whoever|days|of|with|without|in|on|from|for|under|at|by|a|an)(?![\p{L}]))|this (?!(?:is|was|year|month|week|summer|winter|spring|autumn|season|morning|evening|time|decade|century)(?![\p{L}])))\p{L}{2,}/iu
/** `I would also build …` */
const adds = /^(?:[^\s.,;:]+[\s,]+){1,4}also(?![\p{L}])/iu
/** `The pool itself …` has been spoken of. */
const knownOne = /^the \p{L}+ (?:itself|himself|herself|themselves)(?![\p{L}])/iu
/** `One was a bus stop, one a long wall …` */
const oneOfThem = /^one (?:was|is|were|has|had|came|went|of which)(?![\p{L}])/iu
/** `a strategy for this.` */
const endsInDemonstrative = /(?<![\p{L}\p{N}])(?:this|these|those|either one)(?=[.,;:!?]|$)/iu
const fragment = /^(?:why|how|which|when|where|who|what|really|yes|no|rarely|never|exactly)[.?!]$/iu
const quoted = /["“][^"“”]*["”]/g

/** True for a sentence that leans on the one before it. */
export function isLeaning(sentence: string): boolean {
  const words = sentence.replace(quoted, '“”')
  return (
    opener.test(words) ||
    earlyPronoun.test(words) ||
    person.test(words) ||
    demonstrative.test(words) ||
    endsInDemonstrative.test(words) ||
    namedBefore.test(words) ||
    adds.test(words) ||
    oneOfThem.test(words) ||
    knownOne.test(words) ||
    fragment.test(words) ||
    /^\p{Ll}/u.test(words)
  )
}

/** True for a sentence that promises what comes after it: a lead-in, a bare question, an open half. */
export function isAnnouncing(sentence: string, next: string | undefined): boolean {
  if (/[:：]["”]?$/.test(sentence)) return true
  if (fragment.test(sentence)) return next !== undefined
  // A claim that is quoted to be answered.
  if (/[:：] ['"“‘].+['"”’]$/.test(sentence) && !/[?？]['"”’]$/.test(sentence)) return next !== undefined
  return /[?？]$/.test(sentence) && next !== undefined && isLeaning(next)
}
