/** A text that a person wrote for LinkedIn in place of the body. */
import type { ContentItem } from '../../content-item.ts'
import { shorten } from '../../text/cut.ts'
import { fitPassages, toText } from './fit.ts'
import type { Passage } from './passages.ts'
import { toPlainPost } from './plain.ts'

/** As plain text; empty when nobody wrote any. */
export function toOverride({ channels }: ContentItem): string {
  return toPlainPost(channels.linkedin?.text ?? '')
}

/** All of it when it fits into `room` units, else cut between two sentences. */
export function fitByHand(text: string, room: number): string {
  if (text.length <= room) return text
  const passages = text.split('\n\n').map((part): Passage => ({ kind: 'prose', text: part, level: 0 }))
  return toText(fitPassages(passages, room)) || shorten(text, room)
}
