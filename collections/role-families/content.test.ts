import { expect, it } from 'vitest'
import { relatedTo, row } from '../content/related.fixture.ts'
import { roleLevels } from '../role-levels/content.ts'
import { roleFamilies } from './content.ts'

const m1 = roleLevels.toContentItem(row('m1', { code: 'M1' }), relatedTo())

it('has a ladder of public levels, in its own order', () => {
  const document = row('ops', {
    name: 'Operations',
    summary: `${'Leads people. '.repeat(30)}`,
    levels: [
      { level: 'gone', responsibilities: ['Hidden'] },
      { level: 'm1', responsibilities: ['Runs a shift'], guidelines: { knowledgeAndApplication: 'Expert.' } },
    ],
    skills: [{ name: 'SAP', kind: 'tool', description: 'Orders' }, { name: '' }],
  })
  const item = roleFamilies.toContentItem(document, relatedTo([m1]))
  expect(item.summary.length).toBeLessThanOrEqual(200)
  expect(item.fields).toMatchObject({
    name: 'Operations',
    levels: [
      {
        levelId: 'role-levels:m1',
        code: 'M1',
        responsibilities: ['Runs a shift'],
        guidelines: { knowledgeAndApplication: 'Expert.', typicalDegreeAndYears: '' },
      },
    ],
    skills: [{ name: 'SAP', kind: 'tool', description: 'Orders' }],
  })
  expect(item.html).toContain('Runs a shift')
  expect(item.html).not.toContain('Hidden')
})
