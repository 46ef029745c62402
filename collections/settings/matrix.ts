import type { GroupField } from 'payload'
import { CHANNELS, type ChannelName, type CollectionType } from '../collection-type.ts'
import { toFieldName } from '../field-name.ts'

const LABELS: Record<ChannelName, string> = {
  feeds: 'Feeds of the whole site',
  linkedin: 'LinkedIn drafts',
  newsletter: 'Newsletter',
  sitemap: 'Sitemap',
}

/** Four boxes for each type that has pages. */
export function matrix(types: readonly CollectionType[]): GroupField {
  return {
    name: 'matrix',
    type: 'group',
    label: false,
    fields: types.flatMap(({ config, channels }): GroupField[] => {
      if (!channels) return []
      return [
        {
          name: toFieldName(config.slug),
          type: 'group',
          label: (config.labels as { plural: string }).plural,
          fields: [
            {
              type: 'row',
              fields: CHANNELS.map((channel) => ({
                name: channel,
                type: 'checkbox' as const,
                label: LABELS[channel],
                defaultValue: channels.includes(channel),
                admin: { width: '25%' },
              })),
            },
          ],
        },
      ]
    }),
  }
}
