/** Items whole (`Article`), and as `fields` and `body` choose of them (`SelectedArticle`). */
import { anyOf, list, mapOf, object, orNull, ref, type Schema, text, time, uri } from './schema.ts'
import { hitMembers } from './search.ts'
import { infoOf } from './types.ts'

/** Members that every item has, in the order in which they are given. */
const members = (type: string, fields: Schema): { [name: string]: Schema } => ({
  id: text('`type:uid`; never changes and is never used again.'),
  type: { type: 'string', const: type },
  slug: text(),
  formerSlugs: list(text(), 'Newest last. Each is answered with 308 to the present one.'),
  url: uri('Absolute address on the website.'),
  title: text(),
  summary: text('Plain text, never empty.'),
  html: text('Safe, with absolute links; begins after the title.'),
  markdown: text(),
  text: text(),
  blocks: list(ref('Block')),
  authors: list(anyOf(ref('PersonRef'), ref('SelectedPerson'))),
  topics: list(anyOf(ref('TopicRef'), ref('SelectedTopic'))),
  image: orNull(ref('ImageRef')),
  publishedAt: time('First publication.'),
  updatedAt: time("Moves when the item's own words change."),
  seo: ref('Seo'),
  relations: ref('SelectedRelations'),
  fields,
  jsonLd: list({ type: 'object', additionalProperties: true }, "schema.org objects for the item's page."),
  channels: mapOf(ref('ChannelOverride')),
  toc: list(ref('Heading')),
})

/** What only `include` makes of them is none of a whole item's. */
const PLAIN = {
  authors: list(ref('PersonRef')),
  topics: list(ref('TopicRef')),
  relations: ref('Relations'),
}

/** Per type a whole and a selected item; `Item` and `SelectedItem` are one of any. */
export function itemSchemas(types: readonly string[]): { [name: string]: Schema } {
  const each = types.map((type) => {
    const { name, about, fields, carried = {} } = infoOf(type)
    const all = members(type, ref(`${name}Fields`))
    const { id = {}, ...others } = all
    return {
      [`${name}Fields`]: fields,
      [`Selected${name}`]: object(
        { id },
        { ...others, ...carried, ...hitMembers },
        `${about} Members that \`fields\` and \`body\` leave out are absent.`,
      ),
      [name]: {
        description: about,
        allOf: [ref(`Selected${name}`), { type: 'object', properties: PLAIN }],
        required: Object.keys(all),
      },
    }
  })
  const any = (prefix: string) => ({ anyOf: types.map((type) => ref(`${prefix}${infoOf(type).name}`)) })
  return { Item: any(''), SelectedItem: any('Selected'), ...Object.assign({}, ...each) }
}
