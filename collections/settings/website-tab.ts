import type { NumberField, Tab, TextFieldSingleValidation } from 'payload'
import { mayPublishField } from '../../src/access.ts'
import { isWebAddress } from '../fields/web-address.ts'
import { isPreviewPattern, PREVIEW_PATTERN } from '../preview/pattern.ts'

/** For the program alone: a hook's address is all that calling it takes. */
const SECRET = { read: mayPublishField, update: mayPublishField }

function seconds(name: string, label: string, defaultValue: number, most: number, description: string) {
  return {
    name,
    label,
    type: 'number',
    required: true,
    defaultValue,
    min: 0,
    max: most,
    validate: (value: unknown) =>
      (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) ||
      `Must be a whole number from 0 to ${most}`,
    admin: { width: '50%', step: 1, description },
  } satisfies NumberField
}

const isHookAddress: TextFieldSingleValidation = (value, options) => {
  if (value && URL.canParse(value) && new URL(value).username + new URL(value).password !== '')
    return 'Must hold no user name and password: put what the host asks for into its path or query'
  return isWebAddress(value, options)
}

/** How websites read: caches, previews of drafts, and who is told that a site has to be built anew. */
export const websiteTab: Tab = {
  label: 'Website',
  fields: [
    {
      name: 'delivery',
      type: 'group',
      label: 'Caches',
      admin: {
        description:
          'For how long what stands between Galley and its readers, such as a CDN, may keep answers.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            seconds('sMaxAge', 'Fresh for (seconds)', 60, 86_400, 'Until then nobody asks Galley again.'),
            seconds(
              'staleWhileRevalidate',
              'Then shown while asking (seconds)',
              300,
              604_800,
              'The old answer is given once more while the new one is fetched.',
            ),
          ],
        },
      ],
    },
    {
      name: 'previewPattern',
      type: 'text',
      label: 'Preview',
      defaultValue: PREVIEW_PATTERN,
      validate: isPreviewPattern,
      admin: {
        placeholder: PREVIEW_PATTERN,
        description:
          'Where the website shows drafts. {type} and {slug} stand for the document’s, {token} for a pass that lets the website read this one draft for an hour.',
      },
    },
    {
      name: 'deployHook',
      type: 'group',
      label: 'Deploy hook',
      access: SECRET,
      admin: {
        description:
          'For sites that are built: their host is called when something was published, once for many.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'url',
              type: 'text',
              label: 'Address',
              maxLength: 2000,
              validate: isHookAddress,
              admin: {
                width: '70%',
                autoComplete: 'off',
                description: 'Whoever knows it can call it. Empty: nobody is called.',
              },
            },
            {
              name: 'quietSeconds',
              type: 'number',
              label: 'After quiet of (seconds)',
              defaultValue: 30,
              min: 1,
              max: 300,
              admin: {
                width: '30%',
                step: 1,
                description: 'Five minutes after the first publication it is called anyway.',
              },
            },
          ],
        },
        {
          name: 'deployHookCalls',
          type: 'ui',
          admin: { components: { Field: '/src/admin/deploy-hook/last-call.tsx#LastCall' } },
        },
      ],
    },
  ],
}
