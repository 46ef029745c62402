import type { Json } from '../../pipelines/content-item.ts'
import type { ItemParts } from '../content/build-item.ts'
import { breadcrumbs, CONTEXT, thing } from '../content/json-ld.ts'
import type { Pay, ProfileFields } from './profile.ts'

const DURATIONS = { year: 'P1Y', month: 'P1M', day: 'P1D', hour: 'PT1H' } as const

/** schema.org/Occupation. */
export const roleProfileJsonLd: NonNullable<ItemParts['jsonLd']> = (item, site) => {
  const fields = item.fields as unknown as ProfileFields
  const years = fields.level?.experienceYears.min ?? null
  return [
    thing({
      '@context': CONTEXT,
      '@type': 'Occupation',
      mainEntityOfPage: item.url,
      name: item.title,
      alternateName: fields.titleAliases,
      description: item.summary,
      occupationalCategory: fields.classifications.map(({ scheme, code }) => ({
        '@type': 'CategoryCode',
        codeValue: code,
        inCodeSet: { '@type': 'CategoryCodeSet', name: scheme },
      })),
      estimatedSalary: fields.pay ? [salary(fields.pay)] : [],
      responsibilities: fields.responsibilities,
      skills: fields.skills.map(({ name }) => name),
      experienceRequirements:
        years === null
          ? undefined
          : { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: years * 12 },
    }),
    breadcrumbs(item, site),
  ]
}

/** Percentiles only where they are known. */
function salary({ currency, period, median, low, high }: Pay): Json {
  return thing({
    '@type': 'MonetaryAmountDistribution',
    name: 'base',
    currency,
    duration: DURATIONS[period],
    percentile10: low,
    median,
    percentile90: high,
  })
}
