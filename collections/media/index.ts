import { nudgeAfterChange, nudgeAfterDelete } from '../../pipelines/publish/nudge.ts'
import { isNobodyForField, isSignedIn, mayDelete, mayPublish, mayWrite } from '../../src/access.ts'
import type { CollectionType } from '../collection-type.ts'
import { uid } from '../fields/uid.ts'
import { keepUid } from '../hooks/identity/keep-uid.ts'
import { media } from './content.ts'
import { examineFirst } from './examine-first.ts'
import { describeFile, examineUpload } from './examine-upload.ts'
import { keepShown, keepShownFromDeletion } from './keep-shown.ts'

export const Media: CollectionType = {
  content: media,
  config: {
    slug: 'media',
    labels: { singular: 'Picture', plural: 'Pictures' },
    defaultSort: '-createdAt',
    trash: true,
    graphQL: false,
    admin: {
      group: 'Content',
      description:
        'JPEG, PNG, WebP, GIF or AVIF, up to 25 MB and 100 million pixels. The sizes that each channel needs are made from it, upright and around the focal point; of an animation they show the first frame.',
      useAsTitle: 'filename',
      defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'],
      listSearchableFields: ['filename', 'alt', 'credit'],
      enableRichTextLink: false,
      enableRichTextRelationship: false,
    },
    // A picture has no drafts: changing one changes what is public.
    access: { read: isSignedIn, create: mayWrite, update: mayPublish, delete: mayDelete },
    upload: {
      // payload.config.ts puts the real folder here.
      staticDir: 'uploads',
      // What the file dialog offers; examine-upload.ts decides. APNG: Payload's name for an animated PNG.
      mimeTypes: ['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/gif', 'image/avif'],
      crop: false,
      focalPoint: true,
      pasteURL: false,
      adminThumbnail: ({ doc }) => `/api/media/${doc.id}/thumbnail`,
    },
    endpoints: examineFirst,
    hooks: {
      beforeOperation: [examineUpload],
      beforeValidate: [keepUid],
      beforeChange: [describeFile, keepShown],
      beforeDelete: [keepShownFromDeletion],
      afterChange: [nudgeAfterChange],
      afterDelete: [nudgeAfterDelete],
    },
    fields: [
      {
        name: 'alt',
        type: 'text',
        label: 'Alt text',
        admin: {
          description:
            'What the picture shows, in one sentence, for people who cannot see it. Nothing that shows it can be published without.',
        },
      },
      {
        name: 'credit',
        type: 'text',
        admin: { description: 'Who made it, and under which licence if one has to be named.' },
      },
      {
        name: 'renditions',
        type: 'json',
        access: { create: isNobodyForField, update: isNobodyForField },
        hooks: { beforeDuplicate: [() => null] },
        admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
      },
      {
        name: 'contentHash',
        type: 'text',
        index: true,
        access: { create: isNobodyForField, update: isNobodyForField },
        admin: { hidden: true, disableBulkEdit: true, disableListColumn: true, disableListFilter: true },
      },
      uid,
    ],
  },
}
