import type { Definition, Node, Nodes, Root } from 'mdast'

/** Something in a file that was not taken as written. `line` counts from 1 in the file. */
export type Problem = { line: number; message: string }

export type Context = {
  source: string
  firstLine: number
  collection: string | undefined
  /** `[label]: address`, by identifier. */
  definitions: Map<string, Definition>
  problems: Problem[]
}

/** Notes a problem at a node (or `down` lines below its first). */
export function report(context: Context, node: Node, message: string, down = 0): void {
  const line = (node.position?.start.line ?? 1) + context.firstLine - 1 + down
  context.problems.push({ line, message })
}

/** The node as its author wrote it. */
export function sourceOf(context: Context, node: Node): string {
  const { start, end } = node.position ?? {}
  return start?.offset === undefined || end?.offset === undefined
    ? ''
    : context.source.slice(start.offset, end.offset)
}

/** Every link definition of the file; the first of a name wins (CommonMark §4.7). */
export function definitionsIn(root: Root): Map<string, Definition> {
  const found = new Map<string, Definition>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
    if ('children' in node) node.children.forEach(visit)
  }
  visit(root)
  return found
}
