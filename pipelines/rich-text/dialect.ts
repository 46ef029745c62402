/**
 * The Markdown that content files are written in: CommonMark, GFM, and directives of these names ONLY.
 * remark-directive alone would read `10:30` or `see:this[link](…)` as directives; here a colon means
 * something only before one of our names, so that ordinary prose needs no escapes.
 */
import type { Root } from 'mdast'
import type { Join, Unsafe } from 'mdast-util-to-markdown'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { type Processor, unified } from 'unified'

/** `:name[text]` */
export const textNames = ['u', 'sub', 'sup', 'link', 'code'] as const
/** `::name{…}` */
export const leafNames = ['case-study', 'call-to-action'] as const
/** `:::name{…}` … `:::` */
export const containerNames = ['quote', 'callout', 'faqs', 'table', 'row', 'cell'] as const

type Code = number | null
type State = (code: Code) => State | undefined
type Effects = {
  enter(type: string): void
  exit(type: string): void
  consume(code: Code): void
  check(construct: Construct, ok: State, nok: State): State
}
type Construct = {
  partial?: boolean
  tokenize(this: unknown, effects: Effects, ok: State, nok: State): State
}
type Syntax = { text: Record<number, Construct>; flow: Record<number, Construct[]> }

const colon = 58

/** Looks ahead: colons, one of the names, then what must follow. */
function lookahead(names: readonly string[], next: RegExp): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let seen = ''
      const colons: State = (code) => {
        if (code !== colon) return name(code)
        effects.consume(code)
        return colons
      }
      const name: State = (code) => {
        const character = code === null || code < 0 ? '\n' : String.fromCharCode(code)
        if (/[a-z-]/.test(character)) {
          seen += character
          effects.consume(code)
          return name
        }
        effects.exit('directiveAhead')
        return names.includes(seen) && next.test(character) ? ok(code) : nok(code)
      }
      return (code) => {
        effects.enter('directiveAhead')
        return colons(code)
      }
    },
  }
}

function onlyAfter(ahead: Construct, construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(ahead, construct.tokenize.call(this, effects, ok, nok), nok)
    },
  }
}

const afterBlockName = /[\s[{]/

/** remark-directive for our names; its escapes on output likewise. */
function ourDirectives(this: Processor) {
  remarkDirective.call(this)
  const data = this.data()
  const syntax = data.micromarkExtensions?.at(-1) as unknown as Syntax
  const [container, leaf] = syntax.flow[colon] ?? []
  const text = syntax.text[colon]
  if (!container || !leaf || !text) throw new Error('[rich-text] remark-directive has changed its syntax')
  syntax.text[colon] = onlyAfter(lookahead(textNames, /\[/), text)
  syntax.flow[colon] = [
    onlyAfter(lookahead(containerNames, afterBlockName), container),
    onlyAfter(lookahead(leafNames, afterBlockName), leaf),
  ]
  const output = data.toMarkdownExtensions?.at(-1)
  const named = { character: ':', after: `(?:${textNames.join('|')})\\[`, inConstruct: 'phrasing' } as const
  if (output) output.unsafe = [...(output.unsafe ?? []).filter((pattern) => !pattern.after), named]
}

type Extension = { unsafe?: Unsafe[] | null; extensions?: Extension[] | null }

/**
 * GFM links bare addresses twice: in the syntax, which heeds a backslash, and by a search over the finished
 * text, which does not (mdast-util-gfm-autolink-literal, `transforms`). Only the first is kept; and what it
 * would link is escaped in our directives' text too.
 */
function escapableAddresses(this: Processor) {
  const { fromMarkdownExtensions = [], toMarkdownExtensions = [] } = this.data()
  for (const input of fromMarkdownExtensions.flat()) input.transforms = []
  const visit = (output: Extension) => {
    output.extensions?.forEach(visit)
    output.unsafe = output.unsafe?.flatMap((pattern): Unsafe[] => {
      const { notInConstruct } = pattern
      if (!Array.isArray(notInConstruct) || !notInConstruct.includes('label')) return [pattern]
      // Looking behind: a match that took the character before would miss the second "@" of "x@a@b.org".
      // Schemes are read in capitals too ("HTTP://"), which the library's own "[ps]" does not heed.
      const before = pattern.before === '[ps]' ? '[PSps]' : pattern.before
      const address = { ...pattern, before: `(?<=${before})` }
      return [
        { ...address, notInConstruct: notInConstruct.filter((name) => name !== 'label') },
        {
          ...address,
          inConstruct: 'textDirectiveLabel',
          notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw', 'titleQuote'],
        },
      ]
    })
  }
  toMarkdownExtensions.forEach(visit)
}

/** A paragraph would swallow the "3." of "- 3. x" below it, as no list but the first may interrupt it. */
const blankBeforeNumbers: Join = (left, right) =>
  left.type === 'paragraph' && right.type === 'list' && right.children[0]?.children[0]?.type === 'list'
    ? 1
    : undefined

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(escapableAddresses as () => void)
  .use(ourDirectives as () => void)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    bulletOrdered: '.',
    emphasis: '*',
    strong: '*',
    fence: '`',
    fences: true,
    rule: '-',
    setext: false,
    listItemIndent: 'one',
    incrementListMarker: true,
    resourceLink: true,
    quote: '"',
    join: [blankBeforeNumbers],
  })

/** GFM looks for an e-mail address from every letter of a text on, which takes longer than all its other syntax. */
function noMailAddresses(this: Processor) {
  const [gfm] = (this.data().micromarkExtensions ?? []) as unknown as { text: Record<number, unknown> }[]
  const isMail = (construct: unknown) => (construct as { name?: string }).name === 'emailAutolink'
  const entries = Object.entries(gfm?.text ?? {}).map(
    ([code, constructs]) => [code, [constructs].flat()] as const,
  )
  if (!gfm || !entries.some(([, constructs]) => constructs.some(isMail)))
    throw new Error('[rich-text] remark-gfm has changed its syntax')
  gfm.text = Object.fromEntries(
    entries.flatMap(([code, constructs]) => {
      const others = constructs.filter((construct) => !isMail(construct))
      return others.length > 0 ? [[code, others]] : []
    }),
  )
}

const withoutMailAddresses = processor().use(noMailAddresses as () => void)

/** Markdown → mdast. Never throws: every text is Markdown. */
export function parse(markdown: string): Root {
  return (markdown.includes('@') ? processor : withoutMailAddresses).parse(markdown)
}

/** mdast → Markdown, ending in one line feed unless empty. */
export function print(root: Root): string {
  return processor.stringify(root)
}
