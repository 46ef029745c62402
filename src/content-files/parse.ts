/** The bytes of a content file → what they say, or what is wrong with them. Pure. */
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import type { FileType } from '../../collections/content-file/field.ts'
import { normalizeSlug } from '../../collections/slug/to-slug.ts'
import type { Block } from '../../pipelines/rich-text/block.ts'
import { documentsIn } from '../../pipelines/rich-text/documents.ts'
import { fromMarkdown } from '../../pipelines/rich-text/from-markdown.ts'
import { picturesIn, toGivenPicture } from './body-pictures.ts'
import type { ContentFile, GivenGroup, Reading } from './content-file.ts'
import { fileTypeOf, fileTypes, IDENTITY_KEYS } from './content-types.ts'
import { suggestion } from './nearest.ts'
import { parseMembers } from './parse-value.ts'
import { type Parts, split } from './split.ts'
import { entriesOf, lineFinder, type ParseContext } from './yaml-nodes.ts'

/** `path`: as messages name it; `file`: absolute; `root`: the folder that pictures may be in. */
export type Source = { path: string; file: string; root: string }

/** Reads a content file. Never throws. */
export function parseContentFile(bytes: Buffer, source: Source): Reading {
  const found = split(bytes)
  if ('problem' in found)
    return { path: source.path, problems: [found.problem], content: null, identity: null }
  const { parts } = found
  const lineCounter = new LineCounter()
  const document = parseDocument(parts.yaml, { lineCounter, prettyErrors: false })
  const context: ParseContext = {
    lineOf: lineFinder(lineCounter, parts.yamlLine),
    problems: [],
    references: [],
    pictures: [],
    lines: new Map(),
  }
  const failed = (identity: Reading['identity'] = null): Reading => ({
    path: source.path,
    problems: context.problems.sort((a, b) => a.line - b.line),
    content: null,
    identity,
  })
  // What comes after the first error follows from it.
  const [error] = document.errors
  if (error) {
    const line = lineCounter.linePos(error.pos[0]).line + parts.yamlLine - 1
    context.problems.push({ line, message: `broken YAML: ${yamlMessage(error)}` })
    return failed(guessIdentity(parts.yaml, source))
  }
  if (!isMap(document.contents)) {
    context.problems.push({
      line: 1,
      message: 'the front matter must be keys with values, such as "type: article"',
    })
    return failed()
  }
  const map = document.contents as YAMLMap
  const head = readHead(map, source, context)
  const { type, slug } = head
  if (!type) return failed()
  const values = parseMembers(map, type.fields, '', context, IDENTITY_KEYS)
  readBody(parts, type, values, context)
  const { formerSlugs } = values
  if (Array.isArray(formerSlugs)) values.formerSlugs = (formerSlugs as string[]).filter((one) => one !== slug)
  const identity = slug === undefined ? null : { collection: type.collection, slug }
  if (context.problems.length > 0 || slug === undefined) return failed(identity)
  const { references, pictures, lines } = context
  const content: ContentFile = { ...source, ...head, type, slug, values, lines, references, pictures }
  return { path: source.path, problems: [], content, identity }
}

/** Of a file whose YAML cannot be read: enough to tell why others do not find it. */
function guessIdentity(yaml: string, source: Source): Reading['identity'] {
  const [, type] = /^type:\s*([\w-]+)\s*$/m.exec(yaml) ?? []
  const [, slug = nameOf(source)] = /^slug:\s*(\S+)\s*$/m.exec(yaml) ?? []
  const found = fileTypes.find((one) => one.type === type)
  return found ? { collection: found.collection, slug } : null
}

const nameOf = ({ file }: Source) => file.replace(/^.*[\\/]/, '').replace(/\.md$/i, '')

type Head = {
  type: FileType | undefined
  slug: string | undefined
  uid: string | undefined
  status: 'draft' | 'published' | undefined
}

/** `type`, `slug`, `uid` and `status`. */
function readHead(map: YAMLMap, source: Source, context: ParseContext): Head {
  const entries = new Map(entriesOf(map, { ...context, problems: [] }).map((entry) => [entry.key, entry]))
  const read = (key: string) => {
    const entry = entries.get(key)
    if (entry) context.lines.set(key, entry.line)
    const value = entry && isScalar(entry.value) ? entry.value.value : undefined
    const line = entry?.line ?? 1
    const report = (message: string): undefined => {
      context.problems.push({ line, message })
    }
    return { isGiven: entry !== undefined && value !== null, value, report }
  }
  return {
    type: readType(read('type')),
    slug: readSlug(read('slug'), source),
    uid: readUid(read('uid')),
    status: readStatus(read('status')),
  }
}

type Key = { isGiven: boolean; value: unknown; report(message: string): undefined }

function readType({ isGiven, value, report }: Key): FileType | undefined {
  const names = fileTypes.map(({ type }) => type)
  if (!isGiven) return report(`there is no type: write "type: …" with one of ${names.join(', ')}`)
  const found = fileTypes.find(({ type }) => type === value)
  return (
    found ??
    report(
      `unknown type "${value}".${suggestion(String(value), names)} There are: ${names.toSorted().join(', ')}.`,
    )
  )
}

function readSlug({ isGiven, value, report }: Key, source: Source): string | undefined {
  const slug = isGiven ? value : nameOf(source)
  const normal = typeof slug === 'string' ? normalizeSlug(slug) : ''
  if (typeof slug === 'string' && slug !== '' && slug === normal) return slug
  if (!isGiven)
    return report(`there is no slug, and the name of the file cannot be one: write "slug: ${normal || '…'}"`)
  const hint = normal ? `: write "${normal}"` : ''
  return report(`"slug" must be small letters, digits and hyphens${hint}`)
}

function readUid({ isGiven, value, report }: Key): string | undefined {
  if (!isGiven) return undefined
  if (typeof value === 'string' && /^[\w.-]{1,100}$/.test(value)) return value
  return report(
    '"uid" must be the one that an export wrote (letters, digits and hyphens): correct it, or leave it out',
  )
}

function readStatus({ isGiven, value, report }: Key): Head['status'] {
  if (!isGiven) return undefined
  return value === 'draft' || value === 'published' ? value : report('"status" must be draft or published')
}

/** The Markdown into `values.body`; an empty one leaves the document's own alone. */
function readBody(parts: Parts, type: FileType, values: GivenGroup, context: ParseContext): void {
  if (parts.markdown.trim() === '') return
  const line = parts.markdownLine
  const firstWord = line + parts.markdown.split('\n').findIndex((text) => text.trim() !== '')
  if (!type.fields.some(({ kind }) => kind === 'richText')) {
    const message = `a ${type.label} has no text below the front matter: move it into one of its keys, or delete it`
    context.problems.push({ line: firstWord, message })
    return
  }
  context.lines.set('body', firstWord)
  const { blocks, problems } = fromMarkdown(parts.markdown, { line, collection: type.collection })
  context.problems.push(...problems)
  values.body = blocks
  noteRefs(blocks, parts, context)
}

/** The tree keeps no lines: the first line that names a thing is taken. */
function noteRefs(blocks: Block[], { markdown, markdownLine }: Parts, context: ParseContext): void {
  const lines = markdown.split('\n')
  const lineWith = (...words: string[]) => {
    const index = lines.findIndex((text) => words.some((word) => text.includes(word)))
    return markdownLine + Math.max(index, 0)
  }
  for (const { collection, ref } of documentsIn(blocks)) {
    if (collection === 'media') continue
    const slug = String(ref)
    const line = lineWith(`${slug}.md`, `${encodeURIComponent(slug)}.md`, slug)
    if (fileTypeOf(collection)) context.references.push({ collection, slug, line })
    else {
      const folders = fileTypes.map((type) => type.collection)
      const message = `a link leads to the folder "${collection}", which holds no content.${suggestion(collection, folders)}`
      context.problems.push({ line, message })
    }
  }
  for (const picture of picturesIn(blocks).map(toGivenPicture)) {
    context.pictures.push({ picture, line: lineWith(picture.src, encodeURI(picture.src)) })
  }
}

function yamlMessage({ code, message }: { code: string; message: string }): string {
  const text = message.charAt(0).toLowerCase() + message.slice(1)
  const hints: { [code: string]: string } = {
    BLOCK_AS_IMPLICIT_KEY: ' (put the value in quotes if it holds ": ")',
    MULTILINE_IMPLICIT_KEY: ' (is a quote or a bracket never closed?)',
    MISSING_CHAR: ' (is a quote or a bracket never closed?)',
    TAB_AS_INDENT: ' (indent with spaces)',
    DUPLICATE_KEY: ' (the key stands here twice: delete one)',
  }
  return `${text}${hints[code] ?? ''}`
}
