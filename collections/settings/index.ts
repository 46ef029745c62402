import type { GlobalConfig } from 'payload'
import { nudgeAfterSettings } from '../../pipelines/publish/nudge.ts'
import { isSignedIn, mayPublish } from '../../src/access.ts'
import type { CollectionType } from '../collection-type.ts'
import { collectGlobalReferences } from '../hooks/shown/collect-references.ts'
import { references } from '../with-references.ts'
import { feedsTab } from './feeds-tab.ts'
import { linkedinTab } from './linkedin-tab.ts'
import { matrix } from './matrix.ts'
import { siteTab } from './site-tab.ts'
import { urlPatterns } from './url-patterns.ts'
import { websiteTab } from './website-tab.ts'

/** The site's settings: one form, made for the types that there are. */
export function settings(types: readonly CollectionType[]): GlobalConfig {
  return {
    slug: 'settings',
    label: 'Settings',
    graphQL: false,
    admin: { group: 'System', description: 'What holds for the whole site. Changes reach every channel.' },
    access: { read: isSignedIn, update: mayPublish },
    hooks: { beforeChange: [collectGlobalReferences], afterChange: [nudgeAfterSettings] },
    fields: [
      {
        type: 'tabs',
        tabs: [
          siteTab,
          feedsTab,
          linkedinTab,
          websiteTab,
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
