/** Above the list of publications: what to choose from. */
import type { BeforeListTableServerProps } from 'payload'
import { publishedTypes } from '../published-types.ts'
import { FilterBar } from './filter-bar.tsx'

/** How many of the newest publications are asked who did them. */
const LOOK_BACK = 1000

export async function Filters({ payload }: BeforeListTableServerProps) {
  const found = await payload.db.find<{ by?: string | null }>({
    collection: 'publications',
    select: { by: true },
    sort: '-seq',
    limit: LOOK_BACK,
    pagination: false,
  })
  const people = [...new Set(found.docs.flatMap(({ by }) => by || []))].sort()
  const types = publishedTypes(payload).map(({ slug, labels }) => ({
    value: slug as string,
    label: String(labels.plural),
  }))
  return (
    <FilterBar
      people={people.map((name) => ({ value: name, label: name }))}
      types={[
        ...types,
        { value: 'media', label: 'Pictures' },
        { value: 'settings', label: 'Settings of the site' },
      ]}
    />
  )
}
