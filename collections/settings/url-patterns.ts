import type { GroupField, TextField } from 'payload'
import type { CollectionType } from '../collection-type.ts'
import { toFieldName } from '../field-name.ts'

/** One address pattern for each type that has pages. */
export function urlPatterns(types: readonly CollectionType[]): GroupField {
  return {
    name: 'urlPatterns',
    type: 'group',
    label: false,
    fields: types.flatMap(({ config, urlPattern }): TextField[] => {
      if (!urlPattern) return []
      return [
        {
          name: toFieldName(config.slug),
          type: 'text',
          label: (config.labels as { plural: string }).plural,
          required: true,
          defaultValue: urlPattern,
          validate: isUrlPattern,
        },
      ]
    }),
  }
}

/** A path on the website with `{slug}` in it, once. */
export function isUrlPattern(value: string | null | undefined): true | string {
  if (value && /^\/[^\s{}?#]*\{slug\}[^\s{}]*$/.test(value) && !value.startsWith('//')) return true
  return 'Must be a path that begins with / and contains {slug} once, such as /articles/{slug}'
}
