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

/** The field that holds what an internal link leads to. */
function withTargets(field: FieldAffectingData, relationTo: CollectionSlug[]): FieldAffectingData {
  return field.name === 'doc' ? ({ ...field, relationTo } as FieldAffectingData) : field
}

const link = () =>
  LinkFeature({
    maxDepth: 0,
    fields: ({ config, defaultFields }) => defaultFields.map((field) => withTargets(field, linkable(config))),
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
