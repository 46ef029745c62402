/** In which feeds an item stands, as its row says it; pure. A feed is found by a token in the row's text. */
import { createHash } from 'node:crypto'
import type { ContentItem } from '../../content-item.ts'
import { ownChoice } from '../admission.ts'

/** The document's own choice is a token too. What says no stands in no feed at all. */
export const CHOSEN = 'own-yes'
export const BY_MATRIX = 'by-matrix'
export const REFUSED = 'own-no'

export type Standing = {
  /** Tokens of where it stands; where it stood last once it is taken back. */
  within: string
  /** `token@time` for every place that it stood in and left while it stayed public. */
  left: string
}

/** The token of a topic's or person's feed: no sign in it means anything to a database's search. */
export function tokenOf(itemId: string): string {
  return createHash('sha256').update(itemId).digest('hex').slice(0, 16)
}

/** Where the item stands now. `current`: as it stood; `at`: ISO 8601, when it changed; null: it was taken back. */
export function toStanding(item: ContentItem | null, current: Standing | null, at: string): Standing {
  const before = current?.within.split(' ').filter(Boolean) ?? []
  const left = new Map(departures(current?.left ?? ''))
  const now = item ? tokensOf(item) : before
  for (const token of before) if (!now.includes(token)) left.set(token, at)
  for (const token of now) left.delete(token)
  return {
    within: now.join(' '),
    left: [...left].map(([token, time]) => `${token}@${time}`).join(' '),
  }
}

/** Each token that was left, with the time, ISO 8601. */
export function departures(left: string): [token: string, time: string][] {
  return left
    .split(' ')
    .filter(Boolean)
    .map((entry) => {
      const at = entry.indexOf('@')
      return [entry.slice(0, at), entry.slice(at + 1)]
    })
}

function tokensOf(item: ContentItem): string[] {
  const choice = ownChoice(item, 'feeds')
  if (choice === 'no') return [REFUSED]
  const subjects = [...item.topics, ...item.authors].map(({ id }) => tokenOf(id))
  return [...new Set([choice === 'yes' ? CHOSEN : BY_MATRIX, ...subjects])]
}
