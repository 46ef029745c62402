import { expect, it } from 'vitest'
import { relatedTo, row } from '../content/related.fixture.ts'
import { roleLevels } from './content.ts'

it('is named by code and name', () => {
  const item = roleLevels.toContentItem(
    row('m4', {
      code: 'M4',
      name: 'Director',
      order: 4,
      scope: 'A function',
      experienceYears: { min: 10, max: null },
    }),
    relatedTo(),
  )
  expect(item).toMatchObject({ title: 'M4 Director', summary: 'M4 Director' })
  expect(item.fields).toMatchObject({ code: 'M4', order: 4, experienceYears: { min: 10, max: null } })
  expect(item.blocks).toEqual([
    {
      type: 'facts',
      items: [
        { label: 'Scope', value: 'A function' },
        { label: 'Experience', value: '10+ years' },
      ],
    },
  ])
})

it('stands with a code alone', () => {
  expect(roleLevels.toContentItem(row('m1', { code: 'M1' }), relatedTo())).toMatchObject({
    title: 'M1',
    html: '',
  })
})
