/** Walking through parsed YAML with the lines of the file in hand. */
import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair, type YAMLMap } from 'yaml'
import type { PictureUse, Reference } from './content-file.ts'
import type { Problem } from './problem.ts'

/** Collects what is found on the way. */
export type ParseContext = {
  lineOf(node: unknown): number
  problems: Problem[]
  references: Reference[]
  pictures: PictureUse[]
  lines: Map<string, number>
}

export type Entry = { key: string; line: number; value: Node | null }

/** For nodes of a document that `lineCounter` saw and that begins on `firstLine` of its file. */
export function lineFinder(lineCounter: LineCounter, firstLine: number) {
  return (node: unknown): number => {
    const start = (node as Node | null)?.range?.[0]
    return start === undefined ? firstLine : lineCounter.linePos(start).line + firstLine - 1
  }
}

/** The keys of a mapping; what is no plain key is reported. */
export function entriesOf(map: YAMLMap, context: ParseContext): Entry[] {
  return map.items.flatMap((pair: Pair) => {
    const line = context.lineOf(pair.key)
    if (!isScalar(pair.key)) {
      context.problems.push({ line, message: 'a key must be a plain word' })
      return []
    }
    return [{ key: String(pair.key.value), line, value: pair.value as Node | null }]
  })
}

/** The node in words, for messages. */
export function describe(node: Node): string {
  if (isMap(node)) return 'a mapping'
  if (isSeq(node)) return 'a list'
  const value = isScalar(node) ? node.value : undefined
  if (typeof value === 'string') return `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
  return String(value)
}
