/** One operation of the document. */
import { also, found } from './answers.ts'
import { IF_NONE_MATCH, MIN_SEQ } from './parameters.ts'
import type { Schema } from './schema.ts'

export type Operation = {
  operationId: string
  tags: [string]
  summary: string
  description?: string
  parameters?: readonly Schema[]
  /** Any of these; `{}`: nothing. Absent: nothing. */
  security?: readonly { [scheme: string]: readonly string[] }[]
  responses: { [status: string]: Schema }
}

/** Path below `/v1` → its GET. */
export type Operations = { [path: string]: Operation }

type Read = Omit<Operation, 'responses'> & {
  schema: Schema
  example: unknown
  /** Headers of the 200 beyond those of all. */
  headers?: string[]
  /** Problems by status, beyond 400 and 503. */
  problems?: { [status: number]: string }
}

/** A GET that follows the ledger: with validators, `Galley-Min-Seq` and the problems that every one of them may have. */
export function read({
  schema,
  example,
  headers,
  problems = {},
  parameters = [],
  ...about
}: Read): Operation {
  return {
    ...about,
    parameters: [...parameters, MIN_SEQ, IF_NONE_MATCH],
    responses: {
      200: found(schema, example, { more: headers ?? [] }),
      ...also({
        304: 'NotModified',
        400: 'BadRequest',
        ...problems,
        414: 'TooLong',
        431: 'TooLong',
        503: 'NotYet',
      }),
    },
  }
}
