import type { Payload } from 'payload'
import { pages } from '../../../database/pages.ts'
import { linkedinDrafts } from './collection.ts'

/**
 * Keys of the drawings that a draft shows, whichever of its fields names them: they may show what the content no
 * longer says, and then could not be drawn again.
 */
export async function cardsInUse(payload: Payload): Promise<Set<string>> {
  const keys = new Set<string>()
  for await (const draft of pages<{ id: number | string }>(payload, { collection: linkedinDrafts.slug })) {
    for (const [, key = ''] of JSON.stringify(draft).matchAll(NAMES)) keys.add(key)
  }
  return keys
}

const NAMES = /\b([0-9a-f]{32})-(?:landscape|square|carousel)\.(?:png|jpg|pdf)\b/g
