import { nudgeAfterChange, nudgeAfterDelete } from '../../pipelines/publish/nudge.ts'
import { isNobodyForField, isSignedIn, mayDelete, mayPublish, mayWrite } from '../../src/access.ts'
import type { CollectionType } from '../collection-type.ts'
import { uid } from '../fields/uid.ts'
import { keepUid } from '../hooks/keep-uid.ts'
import { media } from './content.ts'

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
      description: 'Pictures. The sizes that each channel needs are made when a public text shows a picture.',
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
      // Raster only: an SVG can carry scripts.
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
      crop: false,
      focalPoint: true,
      pasteURL: false,
      adminThumbnail: ({ doc }) => `/api/media/${doc.id}/thumbnail`,
    },
    hooks: {
      beforeValidate: [keepUid],
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
            'What the picture shows, in one sentence, for people who cannot see it. Leave it empty only when it is pure decoration.',
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
      uid,
    ],
  },
}
