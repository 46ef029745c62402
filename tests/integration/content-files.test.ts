import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionSlug, FlattenedField } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Field } from '../../collections/content-file/field.ts'
import { fileTypes, NOT_IN_FILES } from '../../src/content-files/content-types.ts'
import { exportContent, type ImportOptions, importContent } from '../../src/content-files/index.ts'
import { parseContentFile } from '../../src/content-files/parse.ts'
import { putDemoIn, removeDemo } from '../../src/demo.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { describeOnSqlite, itOnSqlite } from '../support/only-on.ts'

const FULL = path.resolve('tests/fixtures/content/full')
const SHARED = path.resolve('../shared/content')
const isThere = (folder: string) =>
  readdir(folder).then(
    () => true,
    () => false,
  )
const hasShared = await isThere(SHARED)

/** Everything below a folder: path → bytes, hexadecimal for pictures. */
async function bytesOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const read = async (file: string) => {
    const encoding = file.endsWith('.md') ? 'utf8' : 'hex'
    return [path.relative(folder, file), await readFile(file, encoding)] as const
  }
  return Object.fromEntries(await Promise.all(files.sort().map(read)))
}

describe.skipIf(databaseUrl() === null)('content files', () => {
  let galley: TestGalley
  let scratch: string
  let made = 0

  beforeAll(async () => {
    scratch = await mkdtemp(path.join(tmpdir(), 'galley-content-'))
    galley = await startGalley()
  })
  afterAll(async () => {
    await galley?.close()
    await rm(scratch, { recursive: true, force: true })
  })

  /** Writes a set of files into a folder of its own. */
  async function set(files: { [file: string]: string | Buffer }): Promise<string> {
    made += 1
    const folder = path.join(scratch, `set-${made}`)
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
      await writeFile(path.join(folder, file), content)
    }
    return folder
  }

  /** Imports; paths in messages are shortened to those in the set. */
  async function take(
    folder: string,
    options: Partial<ImportOptions> = {},
    into: Pick<TestGalley, 'payload'> = galley,
  ) {
    const result = await importContent({ payload: into.payload, paths: [folder], publish: false, ...options })
    const prefix = `${path.relative(process.cwd(), folder)}${path.sep}`
    return { ...result, errors: result.errors.map((error) => error.replace(prefix, '')) }
  }

  const counts = ({ created, updated, unchanged, failed }: Awaited<ReturnType<typeof take>>) => ({
    created,
    updated,
    unchanged,
    failed,
  })

  const article = (slug: string, more = '', text = 'Words.') =>
    `---\ntype: article\nslug: ${slug}\ntitle: ${slug}\n${more}---\n\n${text}\n`

  async function find(collection: string, slug: string, draft = true) {
    const { docs } = await galley.payload.find({
      collection: collection as CollectionSlug,
      where: { slug: { equals: slug } },
      draft: draft as never,
      depth: 0,
    })
    return docs[0] as unknown as { [field: string]: unknown; id: number; _status: string; updatedAt: string }
  }

  describe('the table', () => {
    const namesOf = (fields: readonly Field[] | FlattenedField[]) => fields.map(({ name }) => name)

    const check = (at: string, fields: FlattenedField[], known: readonly Field[]) => {
      const editable = fields.filter(({ name }) => !NOT_IN_FILES.includes(name))
      const own = at.includes('.') ? known : known.filter(({ name }) => name !== 'slug')
      expect(namesOf(own).sort(), `keys of ${at}`).toEqual(namesOf(editable).sort())
      for (const field of editable) {
        const key = known.find(({ name }) => name === field.name)
        const place = `${at}.${field.name}`
        if (!key) continue
        if ('defaultValue' in field && field.defaultValue !== undefined && field.defaultValue !== '') {
          expect('default' in key ? key.default : undefined, `default of ${place}`).toBe(field.defaultValue)
        }
        if (key.kind === 'choice') {
          const options = field.type === 'select' ? field.options : []
          expect(key.values, place).toEqual(options.map((one) => (typeof one === 'string' ? one : one.value)))
        }
        if (key.kind === 'relation' || key.kind === 'relations') {
          expect('relationTo' in field && field.relationTo, place).toBe(key.to)
        }
        if (key.kind === 'map') {
          expect('flattenedFields' in field && namesOf(field.flattenedFields)).toEqual([
            key.key,
            key.value,
            'id',
          ])
        }
        if (key.kind === 'group' || key.kind === 'rows') {
          check(place, 'flattenedFields' in field ? field.flattenedFields : [], key.fields)
        }
      }
    }

    it.each(fileTypes.map((type) => [type.collection, type] as const))(
      'knows every field of %s, with its default, its options and its target',
      (collection, type) => {
        check(
          collection,
          galley.payload.collections[collection as CollectionSlug].config.flattenedFields,
          type.fields,
        )
      },
    )
  })

  describe('round trip', () => {
    it('exports what it imported byte for byte: every field, block and mark', async () => {
      const first = await startGalley()
      try {
        const result = await take(FULL, {}, first)
        expect(result.errors).toEqual([])
        expect(counts(result)).toEqual({ created: 16, updated: 0, unchanged: 0, failed: 0 })
        expect(counts(await take(FULL, {}, first))).toMatchObject({ updated: 0, unchanged: 16, failed: 0 })
        const directory = path.join(scratch, 'full')
        await exportContent({ payload: first.payload, directory, uploadsDir: first.env.uploadsDir })
        expect(await bytesOf(directory)).toEqual(await bytesOf(FULL))
      } finally {
        await first.close()
      }
    })

    it('has a fixture that uses every key, block and mark', async () => {
      const files = await bytesOf(FULL)
      const read = Object.entries(files).flatMap(([file, text]) => {
        if (!file.endsWith('.md')) return []
        const source = { path: file, file: path.join(FULL, file), root: FULL }
        return parseContentFile(Buffer.from(text), source).content ?? []
      })
      const used = new Set<string>()
      for (const { type, values } of read) {
        for (const key of Object.keys(values)) used.add(`${type.type}.${key}`).add(`*.${key}`)
      }
      // Keys that all content types have are shown by one of them.
      const common = [
        ...'image summary authors topics metaTitle metaDescription canonicalUrl noIndex'.split(' '),
      ]
      const isUsed = (type: string, key: string) =>
        used.has(`${['formerSlugs', 'channels', 'body', ...common].includes(key) ? '*' : type}.${key}`)
      const missing = fileTypes.flatMap(({ type, fields }) =>
        fields.flatMap(({ name }) => (isUsed(type, name) ? [] : [`${type}.${name}`])),
      )
      expect(missing).toEqual([])
      const body = JSON.stringify(read.map(({ values }) => values.body))
      const blocks = 'paragraph heading list quote callout table code divider embed link break'.split(' ')
      const embeds = 'image faqList caseStudyCard callToAction'.split(' ')
      const marks = 'bold italic underline strikethrough code subscript superscript'.split(' ')
      const words = [
        ...blocks.map((one) => `"type":"${one}"`),
        ...embeds.map((one) => `"kind":"${one}"`),
        ...marks,
      ]
      expect(words.filter((word) => !body.includes(word))).toEqual([])
      const constructs: { [what: string]: RegExp } = {
        'a nested list that begins at 3':
          /"ordered":true,"start":3,"items":\[\{"children":\[[^[]*\[[^[]*\]\},\{"type":"list","ordered":true/,
        'code in a list item': /"items":\[\{"children":\[\{"type":"paragraph".*?\{"type":"code"/,
        'two paragraphs in a list item':
          /\{"children":\[\{"type":"paragraph",[^[]*\[[^[]*\]\},\{"type":"paragraph"/,
        'a pipe in a cell': /"header":true.*"text":"a \| b"/,
        'a line break in a cell': /"text":"one"\},\{"type":"break"\},\{"type":"text","text":"two"/,
        backslashes: /C:\\\\Users/,
        'a paragraph that begins like a list': /"text":"1986\. A great year/,
        'a link with parentheses': /"url":"https:\/\/a\.example\/x_\(y\)_\(z\)"/,
        'a picture with a title': /"kind":"image".*"caption":"With a title/,
        emoji: /👨‍👩‍👧‍👦/u,
        'right-to-left text': /עברית/,
      }
      expect(Object.keys(constructs).filter((what) => !constructs[what]?.test(body))).toEqual([])
    })

    itOnSqlite.skipIf(!hasShared)('does the same with the real set', async () => {
      const first = await startGalley()
      const second = await startGalley()
      try {
        expect(counts(await take(SHARED, { publish: true }, first))).toEqual({
          created: 22,
          updated: 0,
          unchanged: 0,
          failed: 0,
        })
        expect(counts(await take(SHARED, { publish: true }, first))).toMatchObject({
          updated: 0,
          unchanged: 22,
        })
        const [one, two] = [path.join(scratch, 'shared-1'), path.join(scratch, 'shared-2')]
        await exportContent({ payload: first.payload, directory: one, uploadsDir: first.env.uploadsDir })
        expect(counts(await take(one, {}, second))).toMatchObject({ created: 22, failed: 0 })
        await exportContent({ payload: second.payload, directory: two, uploadsDir: second.env.uploadsDir })
        expect(await bytesOf(two)).toEqual(await bytesOf(one))
        expect((await readdir(path.join(two, 'images'))).sort()).toEqual([
          'plant-floor.jpg',
          'three-layers.png',
        ])
      } finally {
        await first.close()
        await second.close()
      }
    })

    itOnSqlite('exports the published words of a live document with a newer draft, and says so', async () => {
      await take(await set({ 'articles/live.md': article('live', 'status: published\n') }))
      await take(await set({ 'articles/live.md': article('live', '', 'Unfinished.') }))
      const directory = path.join(scratch, 'newer-draft')
      const { payload, env } = galley
      const result = await exportContent({ payload, directory, uploadsDir: env.uploadsDir })
      expect(result.newerDrafts).toContain('articles/live')
      expect(await readFile(path.join(directory, 'articles/live.md'), 'utf8')).toMatch(/\nWords\.\n$/)
    })
  })

  describeOnSqlite('what is wrong with a file', () => {
    const broken = async (
      file: string,
      content: string | Buffer,
      more: { [file: string]: string | Buffer } = {},
    ) => {
      const { errors, created, failed } = await take(await set({ [file]: content, ...more }))
      expect(failed).toBe(1)
      expect(created).toBe(Object.keys(more).filter((name) => name.endsWith('.md')).length)
      return errors
    }

    it.each([
      ['a wrong type', 'summary: [a]\n', 5, '"summary" must be text: put it in quotes, not a list'],
      ['a date that is none', 'publishedAt: 2026-02-31\n', 5, '"publishedAt" must be a date such as'],
      [
        'a key inside a group',
        'channels:\n  feeds:\n    inclde: yes\n',
        7,
        'unknown key "channels.feeds.inclde". Did you mean "include"?',
      ],
      ['a choice', 'channels: { feeds: { include: perhaps } }\n', 5, 'must be one of default, yes, no'],
      ['a remote picture', 'image: { src: "https://x.example/a.jpg" }\n', 5, 'is not a file beside this one'],
      [
        'a picture that is not there',
        'image: { src: ../images/none.jpg }\n',
        5,
        'the picture "../images/none.jpg" is not there',
      ],
      ['a picture that is none', 'image: { src: a.md }\n', 5, 'is no JPEG, PNG, WebP, GIF or AVIF'],
      ['a status', 'status: live\n', 5, '"status" must be draft or published'],
      ['an alias', 'summary: &a x\nmetaTitle: *a\n', 6, 'which is not supported'],
    ])('names %s', async (_what, lines, line, message) => {
      const [error, ...others] = await broken('articles/a.md', article('a', lines))
      expect(error).toContain(`articles/a.md:${line}: `)
      expect(error).toContain(message)
      expect(others).toEqual([])
    })

    it.each([
      [
        'an unknown type',
        '---\ntype: artikel\nslug: a\n---\n',
        2,
        'unknown type "artikel". There are: article, call-to-action,',
      ],
      ['a type nearly right', '---\ntype: articel\nslug: a\n---\n', 2, 'Did you mean "article"?'],
      ['no type', '---\nslug: a\n---\n', 1, 'there is no type'],
      ['no front matter', '# Hello\n', 1, 'there is no front matter'],
      ['a slug that is none', '---\ntype: article\nslug: A b\n---\n', 3, 'write "a-b"'],
      [
        'text where none belongs',
        '---\ntype: topic\nslug: a\nname: A\n---\n\nWords\n',
        7,
        'a topic has no text below',
      ],
      [
        'a link to nothing',
        article('a', '', 'One.\n\n[x](../faqs/no-such-faq.md)'),
        9,
        'there is no FAQ "no-such-faq"',
      ],
      ['a picture in the text', article('a', '', '![x](../images/none.png)'), 7, 'is not there'],
      ['HTML', article('a', '', 'a <b>c</b>'), 7, 'HTML is not supported'],
    ])('names %s', async (_what, content, line, message) => {
      const [error] = await broken('articles/a.md', content)
      expect(error).toContain(`articles/a.md:${line}: `)
      expect(error).toContain(message)
    })

    it('names a path that is not there', async () => {
      const folder = await set({ 'articles/c.md': article('there') })
      expect((await take(path.join(folder, 'none'))).errors).toEqual([
        expect.stringContaining('there is no such file or folder'),
      ])
    })

    it('names a uid and a slug that belong to others', async () => {
      await take(
        await set({
          'articles/x.md': article('uid-x', 'uid: uid-x\n'),
          'articles/y.md': article('uid-y', 'uid: uid-y\n'),
        }),
      )
      const other = await broken('articles/x.md', article('uid-x', 'uid: another\n'))
      expect(other).toEqual([
        expect.stringContaining('articles/x.md:5: the article "uid-x" of the database has another uid'),
      ])
      const slug = await broken('articles/x.md', article('uid-y', 'uid: uid-x\n'))
      expect(slug).toEqual([
        expect.stringContaining('articles/x.md:3: the slug "uid-y" belongs to another article'),
      ])
    })

    it('is the provenance gate on its line, and a draft goes in', async () => {
      const profile = `---
type: role-profile
slug: weak
title: Weak
family: weak-family
level: w1
profileVersion: 1
provenance:
  sourceCount: 1
  scores: { Focus: 3.5 }
---
`
      const folder = await set({
        'role-families/f.md': '---\ntype: role-family\nslug: weak-family\nname: F\n---\n',
        'role-levels/w1.md': '---\ntype: role-level\nslug: w1\ncode: W1\n---\n',
        'role-profiles/weak.md': profile,
      })
      const published = await take(folder, { publish: true })
      expect(counts(published)).toMatchObject({ created: 2, failed: 1 })
      expect(published.errors).toEqual([
        expect.stringMatching(
          /role-profiles\/weak\.md:10: .*"Focus" scores 3\.5; publishing needs at least 4\.0/,
        ),
      ])
      expect(await find('role-profiles', 'weak')).toBeUndefined()
      expect(counts(await take(folder))).toMatchObject({ created: 1, failed: 0 })
      expect((await find('role-profiles', 'weak'))._status).toBe('draft')
    })
  })

  describeOnSqlite('the state of a document', () => {
    it('is a draft unless the file or --publish says otherwise', async () => {
      const files = {
        'articles/p.md': article('says-published', 'status: published\n'),
        'articles/d.md': article('says-draft', 'status: draft\n'),
        'articles/n.md': article('says-nothing'),
      }
      const folder = await set(files)
      await take(folder)
      const states = async () =>
        Promise.all(
          ['says-published', 'says-draft', 'says-nothing'].map(
            async (slug) => (await find('articles', slug))._status,
          ),
        )
      expect(await states()).toEqual(['published', 'draft', 'draft'])
      const result = await take(folder, { publish: true })
      expect(counts(result)).toEqual({ created: 0, updated: 1, unchanged: 2, failed: 0 })
      expect(await states()).toEqual(['published', 'draft', 'published'])
    })

    it('reaches the public when this process publishes it', async () => {
      await take(await set({ 'articles/out.md': article('goes-out') }), { publish: true })
      await galley.galley.settled()
      await request(galley.app).get('/v1/articles/goes-out').expect(200)
    })

    it('is left alone where the file has no key, and emptied where it says null', async () => {
      await take(await set({ 'articles/k.md': article('keys', 'summary: Old\nmetaTitle: Kept\n') }))
      const folder = await set({ 'articles/k.md': '---\ntype: article\nslug: keys\nsummary: null\n---\n' })
      expect(counts(await take(folder))).toMatchObject({ updated: 1 })
      expect(await find('articles', 'keys')).toMatchObject({
        title: 'keys',
        summary: null,
        metaTitle: 'Kept',
        body: expect.anything(),
      })
      expect(counts(await take(folder))).toMatchObject({ unchanged: 1 })
    })

    it('keeps the members of a group that the file does not name', async () => {
      const level = (years: string) =>
        `---\ntype: role-level\nslug: g1\ncode: G1\nexperienceYears: ${years}\n---\n`
      await take(await set({ 'role-levels/g1.md': level('{ min: 1, max: 5 }') }))
      await take(await set({ 'role-levels/g1.md': level('{ min: 2 }') }))
      expect(await find('role-levels', 'g1')).toMatchObject({ experienceYears: { min: 2, max: 5 } })
    })

    it('keeps the slug of the file when the title of a draft changes', async () => {
      await take(await set({ 'articles/t.md': article('automatic') }))
      const renamed = article('automatic').replace('title: automatic', 'title: Something else')
      await take(await set({ 'articles/t.md': renamed }))
      expect(await find('articles', 'automatic')).toMatchObject({ title: 'Something else' })
    })

    it('is renamed when the uid is known, and remembers the slug', async () => {
      await take(await set({ 'articles/r.md': article('before', 'uid: renamed\n') }), { publish: true })
      const folder = await set({ 'articles/r.md': article('after', 'uid: renamed\n') })
      expect(counts(await take(folder, { publish: true }))).toMatchObject({ created: 0, updated: 1 })
      expect(await find('articles', 'after')).toMatchObject({ uid: 'renamed', formerSlugs: ['before'] })
      expect(counts(await take(folder, { publish: true }))).toMatchObject({ unchanged: 1 })
    })

    it('is not published over a draft that differs, whichever way it differs', async () => {
      const file = (text: string) => ({ 'articles/o.md': article('over', '', text) })
      await take(await set(file('One.')), { publish: true })
      const { id } = await find('articles', 'over')
      const draft = (data: object) =>
        galley.payload.update({
          collection: 'articles',
          id,
          data: { ...data, _status: 'draft' } as never,
          draft: true as never,
        })
      await draft({ summary: 'Half done' })
      const folder = await set(file('One.'))
      for (const content of ['One.', 'Two.']) {
        const { errors, failed } = await take(await set(file(content)), { publish: true })
        expect(failed).toBe(1)
        expect(errors[0]).toMatch(
          /articles\/o\.md:\d+: not published: this article has a newer draft.*summary/,
        )
      }
      await draft({ summary: null })
      expect(counts(await take(folder, { publish: true }))).toMatchObject({ updated: 1, failed: 0 })
    })

    it('is not published over a draft that differs in a member of a group which the file names in part', async () => {
      const folder = await set({
        'role-levels/p1.md': '---\ntype: role-level\nslug: p1\ncode: P1\nexperienceYears: { min: 1 }\n---\n',
      })
      await take(folder, { publish: true })
      const { id } = await find('role-levels', 'p1')
      await galley.payload.update({
        collection: 'role-levels',
        id,
        data: { experienceYears: { max: 9 }, _status: 'draft' } as never,
        draft: true as never,
      })
      expect((await take(folder, { publish: true })).errors).toEqual([
        expect.stringContaining('with another experienceYears'),
      ])
    })

    it('is not published over the words of a draft that never was public', async () => {
      await take(await set({ 'articles/n.md': article('never', 'summary: A colleague’s\n') }))
      const mine = await set({ 'articles/n.md': article('never', 'summary: Mine\n') })
      expect((await take(mine, { publish: true })).errors).toEqual([
        expect.stringMatching(/n\.md:5: not published: the draft/),
      ])
      await take(mine)
      expect(counts(await take(mine, { publish: true }))).toMatchObject({ updated: 1, failed: 0 })
    })

    it('is not touched while it is in the trash', async () => {
      const folder = await set({ 'articles/b.md': article('binned') })
      await take(folder)
      const { id } = await find('articles', 'binned')
      await galley.payload.update({
        collection: 'articles',
        id,
        data: { deletedAt: new Date().toISOString() } as never,
      })
      expect((await take(folder)).errors).toEqual([
        expect.stringContaining('is in the trash: restore it or delete it'),
      ])
    })
  })

  itOnSqlite('takes files that point to each other, and to themselves, in any order', async () => {
    const folder = await set({
      'articles/a.md': article('ring-a', 'faqs: [ring-f]\n', '[b](ring-b.md) [a](ring-a.md)'),
      'articles/b.md': article('ring-b', '', '[a](ring-a.md)'),
      'faqs/f.md': '---\ntype: faq\nslug: ring-f\nquestion: F?\n---\n\n[b](../articles/ring-b.md)\n',
    })
    const result = await take(folder, { publish: true })
    expect(result.errors).toEqual([])
    expect(counts(result)).toEqual({ created: 3, updated: 0, unchanged: 0, failed: 0 })
    expect(counts(await take(folder, { publish: true }))).toMatchObject({ unchanged: 3 })
    expect(await find('articles', 'ring-a')).toMatchObject({ _status: 'published' })
  })

  itOnSqlite('reads CRLF and a byte order mark as if they were not there', async () => {
    await take(await set({ 'articles/w.md': article('windows', '', 'One\n\nTwo') }))
    const text = `\uFEFF${article('windows', '', 'One\n\nTwo').replaceAll('\n', '\r\n')}`
    expect(counts(await take(await set({ 'articles/w.md': text })))).toMatchObject({ unchanged: 1 })
  })

  it('uploads the same bytes once, and once more only for another alt', async () => {
    const picture = await readFile(path.join(FULL, 'images/hall.jpg'))
    const unique = Buffer.concat([picture, Buffer.from('once')])
    const image = (alt: string, file: string) => `image: { src: ../images/${file}, alt: ${alt} }\n`
    const folder = await set({
      'articles/1.md': article('pic-1', image('A', 'one.jpg'), '![Another](../images/two.jpg)'),
      'articles/2.md': article('pic-2', image('A', 'two.jpg')),
      'articles/3.md': article('pic-3', image('B', 'one.jpg')),
      'images/one.jpg': unique,
      'images/two.jpg': unique,
    })
    const result = await take(folder)
    expect(result.pictures).toHaveLength(2)
    const [one, two, three] = await Promise.all(
      ['pic-1', 'pic-2', 'pic-3'].map((slug) => find('articles', slug)),
    )
    expect(two?.image).toBe(one?.image)
    expect(three?.image).not.toBe(one?.image)
    expect(counts(await take(folder))).toMatchObject({ unchanged: 3 })
  })

  itOnSqlite('finishes the file at hand and leaves the rest when it is stopped', async () => {
    const files = Object.fromEntries(
      ['1', '2', '3'].map((n) => [`articles/${n}.md`, article(`stopped-${n}`)]),
    )
    const folder = await set(files)
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    const result = await take(folder, { signal: controller.signal, onProgress })
    expect(result).toMatchObject({ created: 1, left: 2, failed: 0 })
    expect(counts(await take(folder))).toMatchObject({ created: 2, unchanged: 1 })
  })

  describeOnSqlite('demo content', () => {
    const cwd = process.cwd()
    /** A Galley that is alone with a small `demo/`. */
    async function withDemo(
      run: (galley: TestGalley, put: (isNew: boolean) => Promise<void>) => Promise<void>,
    ) {
      const own = await startGalley()
      const place = await mkdtemp(path.join(scratch, 'cwd-'))
      await cp(FULL, path.join(place, 'demo'), { recursive: true })
      process.chdir(place)
      try {
        const { payload, galley: pipeline, env } = own
        await run(own, (isNew) => putDemoIn({ payload, galley: pipeline, dataDir: env.dataDir, isNew }))
      } finally {
        process.chdir(cwd)
        await own.close()
      }
    }
    const total = async ({ payload }: TestGalley, collection: string) =>
      (await payload.count({ collection: collection as CollectionSlug, trash: true })).totalDocs

    it('enters a new database once, and leaves but for what was edited', async () => {
      await withDemo(async (own, put) => {
        await put(false)
        expect(await total(own, 'articles')).toBe(0)
        await put(true)
        expect(await total(own, 'articles')).toBe(3)
        const { payload, galley: pipeline, env } = own
        const remove = (all = false) => removeDemo({ payload, galley: pipeline, dataDir: env.dataDir, all })
        const { docs } = await payload.find({ collection: 'case-studies' })
        await payload.update({
          collection: 'case-studies',
          id: docs[0]?.id ?? 0,
          data: { summary: 'Ours', _status: 'published' } as never,
        })
        expect(await remove()).toEqual({ removed: 15, pictures: 2, kept: ['case-studies/warm-hall'] })
        expect(await remove()).toMatchObject({ removed: 0, kept: ['case-studies/warm-hall'] })
        expect(await remove(true)).toEqual({ removed: 1, pictures: expect.any(Number), kept: [] })
        expect(await remove(true)).toEqual({ removed: 0, pictures: 0, kept: [] })
        expect(await total(own, 'media')).toBe(0)
        await put(false)
        expect(await total(own, 'articles')).toBe(0)
      })
    })

    it('goes on with an import that was cut off', async () => {
      await withDemo(async (own, put) => {
        await writeFile(
          path.join(own.env.dataDir, 'demo.json'),
          JSON.stringify({ state: 'importing', documents: [], pictures: [] }),
        )
        await put(false)
        expect(await total(own, 'articles')).toBe(3)
      })
    })
  })
})
