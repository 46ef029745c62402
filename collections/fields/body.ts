/** The rich text of a document: the one place that says what the editor offers. */
import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  ChecklistFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineCodeFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnderlineFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { CollectionSlug, FieldAffectingData, RichTextField, SanitizedConfig } from 'payload'
import { safeUrl } from '../../pipelines/rich-text/url.ts'
import { bodyBlocks } from './body-blocks.ts'

const marks = () => [
  BoldFeature(),
  ItalicFeature(),
  UnderlineFeature(),
  StrikethroughFeature(),
  InlineCodeFeature(),
  SubscriptFeature(),
  SuperscriptFeature(),
]

const lists = () => [
  UnorderedListFeature(),
  OrderedListFeature(),
  ChecklistFeature(),
  IndentFeature({ disabledNodes: ['paragraph', 'heading', 'quote'] }),
]

/** Types that a link inside a text may lead to: those with `custom.linkable`. */
function linkable(config: SanitizedConfig): CollectionSlug[] {
  return config.collections.filter(({ custom }) => custom?.linkable === true).map(({ slug }) => slug)
}

/**
 * Payload's own fields of a link, but for two things: what an internal link may lead to, and the address, which
 * is kept as it was typed. (Payload's hook percent-encodes addresses that it does not know, `/ü` or `a/b`, whole.)
 */
function linkField(field: FieldAffectingData, relationTo: CollectionSlug[]): FieldAffectingData {
  if (field.name === 'doc') return { ...field, relationTo } as FieldAffectingData
  if (field.name === 'url') return { ...field, hooks: {}, validate: isLinkAddress } as FieldAffectingData
  return field
}

/** Addresses that a published text may hold; `javascript:` and the like are refused where they are typed. */
function isLinkAddress(
  value: unknown,
  { siblingData }: { siblingData: { linkType?: string } },
): true | string {
  if (siblingData?.linkType === 'internal') return true
  const address = typeof value === 'string' ? value.trim() : ''
  if (address === '') return 'Type the address that the link leads to.'
  return safeUrl(address, 'https://example.com') !== null
    ? true
    : 'This is no address that can be published: begin with https://, mailto:, tel:, / or #.'
}

const link = () =>
  LinkFeature({
    maxDepth: 0,
    fields: ({ config, defaultFields }) => defaultFields.map((field) => linkField(field, linkable(config))),
  })

/** For the words inside a quote or a callout. */
const smallEditor = lexicalEditor({
  features: () => [ParagraphFeature(), ...marks(), ...lists(), link(), InlineToolbarFeature()],
})

const editor = lexicalEditor({
  features: () => [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4', 'h5', 'h6'] }),
    ...marks(),
    ...lists(),
    link(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    EXPERIMENTAL_TableFeature(),
    BlocksFeature({ blocks: bodyBlocks(smallEditor) }),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ],
})

/** The text of a document. */
export function body(options: { label?: string; description?: string } = {}): RichTextField {
  const { label = 'Text', description } = options
  return { name: 'body', type: 'richText', label, editor, admin: description ? { description } : {} }
}
