import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileTypeOf } from './content-types.ts'
import { fromData } from './from-data.ts'
import { parseContentFile } from './parse.ts'
import { printContentFile } from './print.ts'
import { toData } from './to-data.ts'

const names = { slug: (_collection: string, id: string | number) => String(id), picture: () => undefined }
const targets = { document: (_collection: string, slug: string) => slug, picture: () => undefined }
const source = { path: 'a.md', file: path.resolve('articles/a.md'), root: path.resolve('.') }

/** Data → file → data. */
function through(collection: string, data: { [field: string]: unknown }) {
  const type = fileTypeOf(collection)
  if (!type) throw new Error(collection)
  const identity = { slug: 'a', uid: 'u', status: 'draft' } as const
  const text = printContentFile(type, identity, fromData(data, type.fields, names))
  const { content, problems } = parseContentFile(Buffer.from(text), source)
  expect(problems, text).toEqual([])
  return { text, data: toData(content?.values ?? {}, type.fields, targets) }
}

const nasty = [
  ...[
    ' a',
    'a ',
    'a\n',
    '\na',
    '\n',
    'a\n\n',
    'a\n b\n\n  c',
    ' \n a',
    'a\nb ',
    '\t',
    'a\tb',
    'a\n\tb',
    'a\r\nb',
    '\r',
  ],
  ...[
    '- a',
    '? a',
    '# a',
    'a #b',
    'a: b',
    'a:',
    ':',
    '---',
    '...',
    '--- a',
    '---\na',
    'a\n---\nb',
    '{',
    '}',
    '[a]',
    ',',
    '*a',
    '&a',
  ],
  ...[
    '!a',
    '%a',
    '@a',
    '`a`',
    '|',
    '>',
    '|-',
    "'",
    '"',
    '\\',
    "it's",
    '"a" b',
    '\\n',
    '<<',
    '=',
    'null',
    '~',
    'true',
    'No',
    'yes',
  ],
  ...[
    '1',
    '1.0',
    '-1',
    '1e3',
    '0x1f',
    '0o7',
    '.inf',
    '.nan',
    '2026-01-01',
    '12:30:00',
    '1_000',
    '\u2028',
    '\u0085',
    '\u00a0',
    'a\u00a0',
  ],
  ...[
    '\ufeffa',
    '\u0000',
    '\u001b[0m',
    '\u007f',
    '🛠️',
    '👩‍👩‍👧',
    'עברית',
    '\u200f',
    'e\u0301',
    'a'.repeat(300),
    'a '.repeat(300),
  ],
]

describe('printContentFile', () => {
  it.each(nasty.map((text) => [JSON.stringify(text.slice(0, 20)), text]))(
    'keeps the text %s',
    (_name, text) => {
      const data = {
        code: text,
        titleAliases: [text, text],
        skills: [{ name: text, kind: 'tool' }],
        provenance: { scores: [{ name: text, score: 4 }], sources: [{ title: text, url: null }] },
      }
      const back = through('role-profiles', data).data
      expect(back.code).toBe(text)
      expect(back.titleAliases).toEqual([text, text])
      expect(back.skills).toEqual([{ name: text, kind: 'tool' }])
      expect(back.provenance).toEqual({ scores: [{ name: text, score: 4 }], sources: [{ title: text }] })
    },
  )

  it('keeps pinned and excluded neighbours in their order', () => {
    const data = { adjacentPinned: ['c', 'a'], adjacentExcluded: ['b'] }
    expect(through('role-profiles', data).data).toMatchObject(data)
    expect(through('role-profiles', data).text).toMatch(/^adjacentPinned: .*c.*a.*\nadjacentExcluded: .*b/m)
  })

  it('keeps the order of scores, and names that occur twice', () => {
    for (const scores of [
      [
        { name: 'b', score: 1 },
        { name: '2', score: 2 },
        { name: '1', score: 3 },
      ],
      [
        { name: 'a', score: 1 },
        { name: 'a', score: 2 },
      ],
    ]) {
      expect(through('role-profiles', { provenance: { scores } }).data.provenance).toEqual({ scores })
    }
  })

  it('leaves out what is empty or the default, and writes an emptied default', () => {
    const lines = (data: object) =>
      through('role-profiles', { ...data })
        .text.split('\n')
        .slice(5, -2)
    expect(lines({ noIndex: false, pay: { period: 'year', note: '' }, profileVersion: 1 })).toEqual([
      'profileVersion: 1',
      'reviewStatus: null',
    ])
    const shown = lines({ profileVersion: 1, reviewStatus: 'draft', pay: { period: 'year', median: 1 } })
    expect(shown).toEqual(['profileVersion: 1', 'reviewStatus: draft', 'pay: { period: year, median: 1 }'])
  })
})
