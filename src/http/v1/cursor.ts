/** Where a page of a list ends, as whoever reads the list carries it to the next one. Pure. */
import type { Answer } from './answer.ts'
import { problemAnswer } from './problem-answer.ts'
import { refusal } from './query.ts'

/** The last item's place in the order that `sort` names. */
export type Place = { value: string; id: string }

const PARAMETER = { name: 'after' }

/** `epoch`: of the ledger. */
export function writeCursor(epoch: string, sort: string, { value, id }: Place): string {
  return Buffer.from(JSON.stringify([epoch, sort, value, id])).toString('base64url')
}

/** 410 for one of another epoch, 400 for one of another order or of no page. */
export function readCursor(text: string, epoch: string, sort: string): Place | Answer {
  const parts = parse(text)
  if (!parts) return refusal(PARAMETER, text, 'must be a "next" of an earlier page, as it was given')
  if (parts[0] !== epoch) {
    const detail = 'This "after" is of another history of the site: start over without it.'
    return problemAnswer({ status: 410, detail, parameter: PARAMETER.name })
  }
  const [, order, value, id] = parts
  if (value === undefined || id === undefined)
    return refusal(PARAMETER, text, 'must be a "next" of an earlier page, as it was given')
  if (order !== sort)
    return refusal(PARAMETER, text, `is of a list in another order ("${order}"): start over without it`)
  return { value, id }
}

function parse(text: string): string[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    const isList = Array.isArray(parts) && parts.length <= 4 && parts.length > 1
    return isList && parts.every((part) => typeof part === 'string') ? parts : null
  } catch {
    return null
  }
}
