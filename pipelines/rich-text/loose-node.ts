/** Stored JSON may come from another version, a plugin or a paste: nothing about it is taken for granted. */

export type LooseNode = { [key: string]: unknown }

/** The value as an object; undefined when it is none. */
export function toNode(value: unknown): LooseNode | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as LooseNode)
    : undefined
}

/** The children that are objects, in order; none when `children` is no list. */
export function childrenOf(node: LooseNode): LooseNode[] {
  if (!Array.isArray(node.children)) return []
  return node.children.map(toNode).filter((child) => child !== undefined)
}

/** The text untouched; undefined when it is none. */
export function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A whole number of at least 0, or the fallback. */
export function toNumber(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : fallback
}

/** The id of a relationship: the id itself, or a document's; undefined when nothing is chosen. */
export function toRef(value: unknown): string | number | undefined {
  if ((typeof value === 'string' && value) || typeof value === 'number') return value
  const id = toNode(value)?.id
  return (typeof id === 'string' && id) || typeof id === 'number' ? id : undefined
}
