import { expect, it } from 'vitest'
import { printPreview } from './print-preview.ts'

it('says what each file would do, and what the database would hold after it', () => {
  const text = printPreview({
    files: [
      { path: 'articles/new.md', outcome: 'create', status: 'published', changes: [] },
      { path: 'articles/same.md', outcome: 'unchanged', status: 'draft', changes: [] },
      {
        path: 'articles/old.md',
        outcome: 'update',
        status: 'published',
        changes: [
          { key: 'title', from: '"Old"', to: '"New"' },
          { key: 'body' },
          { key: 'status', from: 'draft', to: 'published' },
        ],
      },
    ],
    pictures: ['a.jpg'],
    failed: 2,
    errors: ['x:1: y'],
    left: 0,
  })
  expect(text).toBe(`would create articles/new.md (published)
would update articles/old.md: title "Old" → "New", body, status draft → published
would upload a.jpg
would create 1, would update 1, unchanged 1, would fail 2
This was a dry run: nothing was changed.
`)
})
