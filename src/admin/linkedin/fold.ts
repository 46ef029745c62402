/** Where LinkedIn folds a post, and what in its text becomes blue. Pure. */
import { DESKTOP_FOLD_UNITS, HOOK_UNITS } from '../../../pipelines/channels/linkedin/limits.ts'
import { cut } from '../../../pipelines/text/cut.ts'

/** UTF-16 units that are seen before “…see more”. */
export const FOLDS = { phone: HOOK_UNITS, desktop: DESKTOP_FOLD_UNITS } as const
export type Device = keyof typeof FOLDS

/** What is seen before the fold; all of it when it is short enough. Never ends within a grapheme or with a space. */
export function beforeFold(text: string, device: Device): string {
  return text.length <= FOLDS[device] ? text : cut(text, FOLDS[device]).trimEnd()
}

export type Part = { kind: 'plain' | 'link' | 'hashtag' | 'mention'; text: string } | { kind: Device }

const LINK = /https?:\/\/[^\s]+/.source
const HASHTAG = /(?<!\S)#[\p{N}\p{M}]*\p{L}[\p{L}\p{N}\p{M}]*/u.source

/**
 * The text in the pieces that LinkedIn shows differently, in order. `mentions`: names, marked where each first stands.
 * `isMarked`: with a piece at each fold that lies within the text.
 */
export function toParts(text: string, mentions: readonly string[], isMarked: boolean): Part[] {
  const parts = markMentions(splitTokens(text), mentions)
  return isMarked ? markFolds(parts, text) : parts
}

type Words = Exclude<Part, { kind: Device }>

function splitTokens(text: string): Words[] {
  return text
    .split(new RegExp(`(${LINK}|${HASHTAG})`, 'u'))
    .map((part, at): Words => {
      if (at % 2 === 0) return { kind: 'plain', text: part }
      return { kind: part.startsWith('#') ? 'hashtag' : 'link', text: part }
    })
    .filter((part) => part.text !== '')
}

function markMentions(parts: Words[], mentions: readonly string[]): Words[] {
  let marked = parts
  for (const name of mentions.filter((each) => each.trim() !== '')) {
    const at = marked.findIndex((part) => part.kind === 'plain' && part.text.includes(name))
    const found = marked[at]
    if (!found) continue
    const start = found.text.indexOf(name)
    const pieces: Words[] = [
      { kind: 'plain', text: found.text.slice(0, start) },
      { kind: 'mention', text: name },
      { kind: 'plain', text: found.text.slice(start + name.length) },
    ]
    marked = [...marked.slice(0, at), ...pieces.filter((piece) => piece.text !== ''), ...marked.slice(at + 1)]
  }
  return marked
}

function markFolds(parts: Words[], text: string): Part[] {
  const marks = (Object.keys(FOLDS) as Device[])
    .filter((device) => text.length > FOLDS[device])
    .map((kind) => ({ kind, at: cut(text, FOLDS[kind]).length }))
  let from = 0
  return parts.flatMap((part): Part[] => {
    const [start, end] = [from, from + part.text.length]
    from = end
    const within = marks.filter(({ at }) => at >= start && at < end)
    const pieces: Part[] = []
    let cutAt = start
    for (const { kind, at } of within) {
      if (at > cutAt) pieces.push({ ...part, text: part.text.slice(cutAt - start, at - start) })
      pieces.push({ kind })
      cutAt = at
    }
    return [...pieces, { ...part, text: part.text.slice(cutAt - start) }]
  })
}
