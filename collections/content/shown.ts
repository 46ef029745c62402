/** Which items a published body already shows. Pure. */
import type { Card, FaqCard } from '../../pipelines/content-item.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'

export type Shown = { cards: Card[]; faqs: FaqCard[]; callsToAction: string[] }

/** Everything in cards, lists of FAQs and calls to action, also inside quotes, lists and tables. */
export function shownIn(blocks: readonly Block[]): Shown {
  const shown: Shown = { cards: [], faqs: [], callsToAction: [] }
  const visit = (block: Block): void => {
    if (block.type === 'cards') shown.cards.push(...block.items)
    if (block.type === 'faqs') shown.faqs.push(...block.items)
    if (block.type === 'callToAction') shown.callsToAction.push(block.callToAction.id)
    if (block.type === 'quote' || block.type === 'callout') block.children.forEach(visit)
    if (block.type === 'list') for (const item of block.items) item.children.forEach(visit)
    if (block.type === 'table') for (const cell of block.rows.flat()) cell.children.forEach(visit)
  }
  blocks.forEach(visit)
  return shown
}
