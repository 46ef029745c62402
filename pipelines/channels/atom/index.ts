import type { FeedFormat } from '../feed-format.ts'
import { renderAtom } from './render.ts'

export const atom: FeedFormat = {
  slug: 'atom',
  label: 'Atom',
  fileName: 'atom.xml',
  mediaType: 'application/atom+xml',
  render: ({ changedAt, ...input }) => renderAtom({ ...input, updated: changedAt }),
}
