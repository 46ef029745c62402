import type { GlobalConfig } from 'payload'
import { nudgeAfterSettings } from '../../pipelines/publish/nudge.ts'
import { isAdmin, isSignedIn } from '../../src/access.ts'
import type { CollectionType } from '../collection-type.ts'
import { isWebAddress } from '../fields/web-address.ts'
import { collectGlobalReferences } from '../hooks/collect-references.ts'
import { references } from '../with-references.ts'
import { matrix } from './matrix.ts'
import { urlPatterns } from './url-patterns.ts'

/** The site's settings: one form, made for the types that there are. */
export function settings(types: readonly CollectionType[]): GlobalConfig {
  return {
    slug: 'settings',
    label: 'Settings',
    graphQL: false,
    admin: { group: 'System', description: 'What holds for the whole site. Changes reach every channel.' },
    access: { read: isSignedIn, update: isAdmin },
    hooks: { beforeChange: [collectGlobalReferences], afterChange: [nudgeAfterSettings] },
    fields: [
      {
        type: 'tabs',
        tabs: [
          {
            label: 'Site',
            fields: [
              {
                type: 'row',
                fields: [
                  {
                    name: 'siteTitle',
                    type: 'text',
                    label: 'Title',
                    required: true,
                    defaultValue: 'Galley',
                    admin: { width: '70%' },
                  },
                  {
                    name: 'language',
                    type: 'text',
                    required: true,
                    defaultValue: 'en',
                    validate: isLanguage,
                    admin: { width: '30%', description: 'Language of the content, such as en or en-GB.' },
                  },
                ],
              },
              {
                name: 'siteDescription',
                type: 'textarea',
                label: 'Description',
                admin: { description: 'One or two sentences; shown in feeds and search results.' },
              },
              {
                name: 'organisation',
                type: 'group',
                admin: { description: 'Counts as the author of what has none.' },
                fields: [
                  {
                    type: 'row',
                    fields: [
                      { name: 'name', type: 'text', admin: { width: '50%' } },
                      {
                        name: 'url',
                        type: 'text',
                        label: 'Address',
                        validate: isWebAddress,
                        admin: { width: '50%' },
                      },
                    ],
                  },
                ],
              },
              {
                name: 'icon',
                type: 'upload',
                relationTo: 'media',
                admin: { description: 'Square, at least 512 pixels wide. Shown by feed readers.' },
              },
            ],
          },
          {
            label: 'Publishing',
            fields: [
              {
                name: 'provenanceMinimum',
                type: 'number',
                label: 'Provenance minimum',
                required: true,
                defaultValue: 4,
                min: 1,
                max: 5,
                admin: {
                  step: 0.1,
                  description:
                    'The lowest provenance score with which a role profile may be published. What is public already stays so.',
                },
              },
              {
                name: 'defaultCallToAction',
                type: 'relationship',
                relationTo: 'calls-to-action',
                label: 'Usual call to action',
                admin: { description: 'Closes every text that has none of its own.' },
              },
            ],
          },
          {
            label: 'Where content goes',
            description: 'For each type. A document can make an exception under “Search and sharing”.',
            fields: [matrix(types)],
          },
          {
            label: 'Addresses',
            description: 'Where the website shows each type. {slug} stands for the document’s own part.',
            fields: [urlPatterns(types)],
          },
        ],
      },
      references(['media', 'calls-to-action']),
    ],
  }
}

function isLanguage(value: string | null | undefined): true | string {
  try {
    if (value && Intl.getCanonicalLocales(value).length === 1) return true
  } catch {
    // Said below: RangeError is how Intl refuses a tag.
  }
  return 'Must be a language tag such as en, de or en-GB'
}
