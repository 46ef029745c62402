/** What Payload refused → a line of the file. */
import { ValidationError } from 'payload'
import type { ContentFile } from './content-file.ts'
import type { Problem } from './problem.ts'
import { MissingTarget } from './to-data.ts'

/** Undefined for a failure that no change of the file can mend. */
export function toProblems(
  error: unknown,
  { lines, references, pictures }: ContentFile,
): Problem[] | undefined {
  if (error instanceof MissingTarget) {
    const { collection, slug } = error
    const line =
      references.find((one) => one.collection === collection && one.slug === slug)?.line ??
      pictures.find(({ picture }) => picture.src === slug)?.line
    return [{ line: line ?? 1, message: `${collection}/${slug} did not go in: mend it first` }]
  }
  // By name: Next and the server may have copies of Payload's classes.
  if (error instanceof ValidationError || (error as Error | undefined)?.name === 'ValidationError') {
    const { errors = [] } = ((error as ValidationError).data ?? {}) as {
      errors?: { path: string; message: string }[]
    }
    return errors.map(({ path, message }) => ({
      line: lineOf(path, lines),
      message: `"${path}": ${message}`,
    }))
  }
  // Another refusal: by a hook, of what somebody else has saved since.
  const { status, message } = (error ?? {}) as { status?: unknown; message?: unknown }
  if (typeof status === 'number' && status >= 400 && status < 500)
    return [{ line: 1, message: String(message) }]
  return undefined
}

/** Of the key itself, else of the nearest one around it, else of the front matter. */
function lineOf(path: string, lines: ReadonlyMap<string, number>): number {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
    const line = lines.get(at)
    if (line !== undefined) return line
  }
  return 1
}
