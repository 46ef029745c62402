import type { Field, Tab } from 'payload'
import { authors } from './authors.ts'
import { channels } from './channels.ts'
import { image } from './image.ts'
import { seoFields } from './seo.ts'
import { topics } from './topics.ts'

/** The tab that every content type ends with. */
export const searchAndSharing: Tab = {
  label: 'Search and sharing',
  description: 'How the page appears in search engines and where it is sent.',
  fields: [...seoFields, channels],
}

/** The sidebar of every content type, below slug and date. */
export const contentSidebar: Field[] = [authors, topics, image]
