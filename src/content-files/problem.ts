/** Something in a file that has to be mended; `line` counts from 1. */
export type Problem = { line: number; message: string }

/** `file:line: what is wrong`, as editors and terminals understand it. */
export function formatProblem(file: string, { line, message }: Problem): string {
  return `${file}:${line}: ${message}`
}
