/** Problems of the delivery API (RFC 9457). */
import { type Problem, toProblem } from '../problem.ts'
import type { Answer } from './answer.ts'

/** `tags`: what makes it stale; never kept without. `headers`: beside those that every answer has. */
export function problemAnswer(
  problem: Problem,
  { tags = null, headers }: Pick<Partial<Answer>, 'tags' | 'headers'> = {},
): Answer {
  return {
    status: problem.status,
    body: JSON.stringify(toProblem(problem)),
    contentType: 'application/problem+json',
    ...(headers ? { headers } : {}),
    tags,
  }
}
