/** Role × operation: a table that people can read, and what tests need to walk it through HTTP. */
import type { Payload } from 'payload'
import request, { type Test } from 'supertest'
import { expect } from 'vitest'
import { NO_JOINS } from '../../database/no-joins.ts'
import type { TestGalley } from './galley.ts'
import { signIn } from './users.ts'

export const roles = ['admin', 'editor', 'author', 'reader', 'nobody'] as const
export type Who = (typeof roles)[number]

export type Asked = {
  method: 'get' | 'post' | 'patch' | 'delete'
  url: string
  body?: object
  headers?: { [name: string]: string }
  /** Sends the body as a form's `_payload`, with a file if there is one. */
  form?: boolean
  file?: Buffer
}

export type Ask = (who: Who, asked: Asked) => Test

/** Signs everybody in. */
export async function everybody({ app, payload }: TestGalley): Promise<Ask> {
  const tokens = new Map<Who, string>()
  for (const role of roles) {
    if (role !== 'nobody') tokens.set(role, await signIn(payload, `${role}@galley.test`, role))
  }
  return (who, { method, url, body, headers = {}, form, file }) => {
    const test = request(app)[method](url).set(headers)
    const token = tokens.get(who)
    if (token) test.set('Authorization', `JWT ${token}`)
    if (!form) return body ? test.send(body) : test
    test.field('_payload', JSON.stringify(body ?? {}))
    return file
      ? test.attach('file', file, { filename: `${Math.random()}.png`, contentType: 'image/png' })
      : test
  }
}

/** Who may do what, from lines such as `publish | yes | yes | no | no | no` under a line that names the roles. */
export function readTable(text: string): Map<string, ReadonlyMap<Who, boolean>> {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(head.slice(1)).toEqual(roles)
  return new Map(
    lines.map(([operation = '', ...cells]) => {
      expect([operation, cells.length, cells.filter((cell) => cell !== 'yes' && cell !== 'no')]).toEqual([
        operation,
        roles.length,
        [],
      ])
      return [operation, new Map(roles.map((role, index) => [role, cells[index] === 'yes']))]
    }),
  )
}

/** What an answer of this kind looks like: those whom nobody knows are asked to sign in, the others are refused. */
export const refusalFor = (who: Who) => (who === 'nobody' ? 401 : 403)

export type State = {
  main: { [field: string]: unknown } | null
  versions: { version: { [field: string]: unknown } }[]
  total: number
}

/** All that the database has of a document, and how many there are of its type. */
export async function stateOf(payload: Payload, type: string, id?: number | string): Promise<State> {
  const collection = type as 'articles'
  const total = (await payload.db.count({ collection })).totalDocs
  if (id === undefined) return { main: null, versions: [], total }
  const main = await payload.db.findOne<{ id: number }>({
    collection,
    where: { id: { equals: id } },
    joins: NO_JOINS,
  })
  const hasVersions = Boolean(payload.collections[collection].config.versions)
  const versions = hasVersions
    ? await payload.db.findVersions({
        collection,
        where: { parent: { equals: id } },
        limit: 0,
        pagination: false,
        sort: '-updatedAt',
      })
    : { docs: [] }
  return { main, versions: versions.docs, total } as unknown as State
}
