import { describe, expect, it } from 'vitest'
import { DEEPEST } from './depth.ts'
import { fromMarkdown } from './from-markdown.ts'

/** Nested over as many lines. */
const stairs = (levels: number, step: string, text = '- a') =>
  Array.from({ length: levels }, (_, level) => step.repeat(level) + text).join('\n')

describe('a text that lies too deep in itself', () => {
  // Unrefused, each of them takes minutes, or the stack.
  it.each([
    ['numbers', '1. '.repeat(20_000)],
    ['bullets', `${'- '.repeat(20_000)}x`],
    ['plus signs, which make no rule', '+ '.repeat(20_000)],
    ['quotes', '>'.repeat(2_000_000)],
    ['lists in quotes', '>- '.repeat(20_000)],
    ['tabs between', '1.\t'.repeat(20_000)],
  ])('is refused at its line: %s', (_name, line) => {
    const { blocks, problems } = fromMarkdown(`Before.\n\n${line}\n\nAfter.`, { line: 5 })
    expect(blocks).toEqual([])
    expect(problems).toEqual([{ line: 7, message: expect.stringContaining('more than 100 deep') }])
  })

  it.each([
    ['lists', stairs(2_000, '  ')],
    ['lists with tabs', stairs(1_000, '\t')],
    [
      'some at a time',
      Array.from({ length: 200 }, (_, at) => `${' '.repeat(180 * at)}${'- '.repeat(90)}x`).join('\n'),
    ],
    ['directives', ':::quote\n'.repeat(5_000)],
    ['directives in quotes', '> :::quote\n'.repeat(5_000)],
  ])('is refused over many lines: %s', (_name, text) => {
    expect(fromMarkdown(text).problems).toEqual([
      { line: expect.any(Number), message: expect.stringContaining('more than 100 deep') },
    ])
  })

  it.each([
    ['as deep as may be', '1. '.repeat(DEEPEST)],
    ['a long rule', '- '.repeat(20_000)],
    ['a rule of stars', ` ${'*\t'.repeat(500)}`],
    ['many lists in a row', '- a\n  - b\n\n'.repeat(110)],
    ['many directives in a row', '::::quote\n:::quote\nx\n::::\n\n'.repeat(150)],
    ['words far to the right', `    ${' '.repeat(500)}a - b`],
  ])('is taken otherwise: %s', (_name, text) => {
    expect(fromMarkdown(text).problems.filter(({ message }) => message.includes('deep'))).toEqual([])
  })
})
