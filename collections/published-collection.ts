/**
 * What everything public has in common: drafts, versions, trash, identity, slug, access and the hooks. A type's
 * folder adds its own fields and layout.
 */
import type { CollectionBeforeChangeHook, CollectionConfig, Field, Tab } from 'payload'
import { nudgeAfterChange, nudgeAfterDelete } from '../pipelines/publish/nudge.ts'
import { isSignedIn, mayDelete, mayUpdate, mayWrite } from '../src/access.ts'
import { channelsPanel, documentChannels } from './document-channels.ts'
import { editedFields } from './fields/edited.ts'
import { linkedinPreview } from './fields/linkedin-tabs.ts'
import { holdBack, publishedAt } from './fields/published-at.ts'
import { slugFields } from './fields/slug.ts'
import { titleField } from './fields/title.ts'
import { uid } from './fields/uid.ts'
import { keepFormerSlugs } from './hooks/identity/keep-former-slugs.ts'
import { keepUid } from './hooks/identity/keep-uid.ts'
import { releaseSlug } from './hooks/identity/release-slug.ts'
import { followSlugInMainRow, setSlug } from './hooks/identity/set-slug.ts'
import { answerEtag } from './hooks/request/answer-etag.ts'
import { noteRequest } from './hooks/request/note-request.ts'
import { refuseAuthorsOperation, refuseAuthorsPublishing } from './hooks/request/refuse-authors.ts'
import { refuseUnsaid } from './hooks/request/refuse-unsaid.ts'
import { collectReferences } from './hooks/shown/collect-references.ts'
import { refuseHoldingBack } from './hooks/shown/refuse-holding-back.ts'
import { requireAlt } from './hooks/shown/require-alt.ts'
import { setPublishedAt } from './hooks/shown/set-published-at.ts'
import { compareOnSave } from './hooks/versions/compare-on-save.ts'
import { forgetOldVersions } from './hooks/versions/forget-old-versions.ts'
import { keepDraftText, keepPublicText } from './hooks/versions/keep-both-texts.ts'
import { noteEditor } from './hooks/versions/note-editor.ts'
import { refuseStale } from './hooks/versions/refuse-stale.ts'
import { refuseUnseenDraft } from './hooks/versions/refuse-unseen-draft.ts'
import { restoreVersion } from './restore-version.ts'

export type PublishedOptions = {
  slug: string
  labels: { singular: string; plural: string }
  group: 'Content' | 'People and structure'
  /** Shown above the list. */
  description: string
  /** The field that names the document; the slug is made from it. */
  title: { name: string; label: string; description?: string; required?: boolean }
  /** Where another field makes the slug or names the document in lists. */
  slugFrom?: string
  useAsTitle?: string
  defaultColumns: string[]
  defaultSort: string
  listSearchableFields?: string[]
  tabs: Tab[]
  sidebar?: Field[]
  /** Content has a publication date and may be linked to from texts. */
  isContent: boolean
  beforeChange?: CollectionBeforeChangeHook[]
}

/** The configuration of a type that is written as drafts and published. */
export function publishedCollection(options: PublishedOptions): CollectionConfig {
  const { slug, labels, title, isContent, sidebar = [] } = options
  return {
    slug,
    labels,
    defaultSort: options.defaultSort,
    trash: true,
    // `forgetOldVersions` keeps fifty.
    versions: { maxPerDoc: 0, drafts: { autosave: { interval: 1500 }, validate: false } },
    graphQL: false,
    custom: { linkable: isContent },
    admin: {
      group: options.group,
      description: options.description,
      useAsTitle: options.useAsTitle ?? title.name,
      defaultColumns: options.defaultColumns,
      listSearchableFields: options.listSearchableFields ?? [title.name, 'slug'],
      enableRichTextLink: isContent,
      enableRichTextRelationship: false,
    },
    access: {
      read: isSignedIn,
      readVersions: isSignedIn,
      create: mayWrite,
      update: mayUpdate,
      delete: mayDelete,
    },
    endpoints: [restoreVersion, documentChannels],
    hooks: {
      beforeOperation: [refuseUnsaid, refuseAuthorsOperation, compareOnSave, noteRequest],
      beforeValidate: [refuseUnseenDraft, keepUid, setSlug(options.slugFrom ?? title.name)],
      beforeChange: [
        refuseStale,
        keepPublicText,
        refuseAuthorsPublishing,
        noteEditor,
        ...(isContent ? [refuseHoldingBack, setPublishedAt] : []),
        keepFormerSlugs,
        ...(options.beforeChange ?? []),
        collectReferences,
        requireAlt,
      ],
      afterChange: [keepDraftText, followSlugInMainRow, releaseSlug, forgetOldVersions, nudgeAfterChange],
      afterDelete: [nudgeAfterDelete],
      afterOperation: [answerEtag],
    },
    fields: [
      ...editedFields,
      titleField(title),
      { type: 'tabs', tabs: isContent ? [...options.tabs, linkedinPreview] : options.tabs },
      ...slugFields,
      ...(isContent ? [publishedAt, holdBack] : []),
      channelsPanel,
      ...sidebar,
      uid,
    ],
  }
}
