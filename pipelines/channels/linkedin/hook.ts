/** What stands before the fold: one whole sentence of the content that gives a reason to read on. */
import { shorten } from '../../text/cut.ts'
import { countWords, sentences } from '../../text/sentences.ts'
import { type Passage, prose, tidy } from './passages.ts'
import { toKey, toPlain } from './plain.ts'

/** UTF-16 units before the fold on a phone. */
export const HOOK_UNITS = 140
const LONGEST_WHOLE = 300
/** A longer sentence that begins with `Welcome` says more than welcome. */
const SALUTATION_UNITS = 60
/** Further down a sentence leans on what stands before it. */
const PASSAGES_TRIED = 8
/** Of a passage. */
const UNITS_TRIED = 3000

const salutation =
  /^(?:hi|hello|hey|dear|welcome|greetings|good (?:morning|afternoon|evening)|bonjour|salut|hola|hallo|guten (?:tag|morgen)|ciao|olá)(?![\p{L}\p{N}])/iu
const throatClearing =
  /^(?:thanks|thank you|(?:in )?this (?:article|post|guide|page|blog)|i['’]?m (?:excited|thrilled|happy|proud))(?![\p{L}\p{N}])/iu
/** Says something about what stood before, and so nothing to somebody who begins here. */
const leaning =
  /^(?:and|but|so|or|because|that|this|these|those|it|its|they|them|their|he|she|his|her|which|then|here|there|also|another|such|for example|however|yet|instead|in practice|as a result|therefore|both|inside)(?![\p{L}\p{N}])/iu
/** A number, a question or a contrast. */
const striking =
  /\p{N}|[?？]$|(?:n't|n’t)\b|\b(?:not|never|no longer|but|instead|rather|without|unlike|versus|vs|only|most|biggest|worst|best|wrong|myth|misconception|distinction|difference)\b/iu

export type Opening = { hook: string; passages: Passage[] }

/**
 * Takes the hook out of the body: the first suitable sentence with a number, a question or a contrast, else
 * the first suitable one. Suitable is whole, at most 140 units, not the title, not a greeting, and clear
 * without what stood before it. Failing that a sentence of `others`, then a longer whole one, at last a cut
 * one.
 *
 * @param others further sentences of the item (summary, short answer), best first
 */
export function pickOpening({
  passages: all,
  title,
  others,
}: {
  passages: readonly Passage[]
  title: string
  others: readonly string[]
}): Opening {
  const passages = withoutSalutation(all)
  const candidates = toCandidates(passages).filter(({ sentence }) => isWorthy(sentence, title))
  const short = candidates.filter(({ sentence }) => sentence.length <= HOOK_UNITS)
  const best = short.find(({ sentence }) => striking.test(sentence)) ?? short[0]
  if (best) return takeOut(best, passages)

  const further = others
    .map(toPlain)
    .flatMap(sentences)
    .filter((sentence) => isWorthy(sentence, title))
  const other = further.find(({ length }) => length <= HOOK_UNITS)
  if (other) return { hook: other, passages: withoutSentence(other, passages) }

  const longer = candidates.find(({ sentence }) => sentence.length <= LONGEST_WHOLE)
  if (longer) return takeOut(longer, passages)
  const longerOther = further.find(({ length }) => length <= LONGEST_WHOLE)
  if (longerOther) return { hook: longerOther, passages: withoutSentence(longerOther, passages) }
  return takeFirstLine(passages)
}

/** Above 300 units a hook is cut after all. */
export function limitHook(hook: string): string {
  return hook.length <= LONGEST_WHOLE ? hook : shorten(hook, HOOK_UNITS)
}

function withoutSalutation([first, ...rest]: readonly Passage[]): Passage[] {
  if (!first) return []
  const opening = first.kind === 'prose' ? (sentences(first.text.slice(0, UNITS_TRIED))[0] ?? '') : ''
  if (opening.length > SALUTATION_UNITS || !salutation.test(opening)) return [first, ...rest]
  return tidy([prose(first.text.slice(opening.length)), ...rest])
}

type Candidate = { sentence: string; at: number }

function toCandidates(passages: readonly Passage[]): Candidate[] {
  const firstProse = passages.findIndex(({ kind }) => kind === 'prose')
  return passages.slice(0, PASSAGES_TRIED).flatMap(({ kind, text }, at) => {
    if (kind !== 'prose' || /[:：]$/.test(passages[at - 1]?.text ?? '')) return []
    const whole = sentences(text.slice(0, UNITS_TRIED)).filter((sentence) =>
      /[.!?…。！？]["”»」’')）]*$/.test(sentence),
    )
    const tried = at === firstProse ? whole : whole.slice(0, 1)
    return tried
      .map((sentence, index) => ({ sentence, at, opens: at === firstProse && index === 0 }))
      .filter(({ sentence, opens }) => opens || !leaning.test(sentence))
  })
}

function isWorthy(sentence: string, title: string): boolean {
  const key = toKey(sentence)
  const titleKey = toKey(title)
  if (countWords(sentence) < 4 || salutation.test(sentence) || throatClearing.test(sentence)) return false
  return key !== titleKey && !(titleKey.length > 20 && key.includes(titleKey))
}

function takeOut({ sentence, at }: Candidate, passages: readonly Passage[]): Opening {
  const rest = passages.map((passage, index) => (index === at ? without(sentence, passage) : passage))
  return { hook: sentence, passages: tidy(rest) }
}

function withoutSentence(sentence: string, passages: readonly Passage[]): Passage[] {
  return tidy(passages.filter(({ text }) => toKey(text) !== toKey(sentence)))
}

function without(sentence: string, passage: Passage): Passage {
  const at = passage.text.indexOf(sentence)
  return prose(`${passage.text.slice(0, at)} ${passage.text.slice(at + sentence.length)}`)
}

/** A body of lines and lists only, or of one endless sentence: its first line, cut when it must be. */
function takeFirstLine(passages: readonly Passage[]): Opening {
  const at = passages.findIndex(({ kind }) => kind !== 'heading')
  const passage = passages[at]
  if (!passage) return { hook: '', passages: [] }
  const [line = '', ...lines] = passage.text.split('\n')
  const hook = line.replace(/^(?:\s*(?:[•☑☐]|\d+\.)\s+)/, '')
  if (hook.length > HOOK_UNITS) return { hook: shorten(hook, HOOK_UNITS), passages: [...passages] }
  const rest = passages.map((other, index) =>
    index === at ? { ...passage, text: lines.join('\n').trim() } : other,
  )
  return { hook, passages: tidy(rest) }
}
