import { type Client, createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { KEPT_VERSIONS } from '../../collections/hooks/versions/forget-old-versions.ts'
import { startGalley, type TestGalley } from '../support/galley.ts'

let instance: TestGalley
let file: Client
beforeAll(async () => {
  instance = await startGalley()
  file = createClient({ url: instance.env.databaseUrl })
})
afterAll(async () => {
  file?.close()
  await instance?.close()
})

it('of a document the newest fifty are kept', async () => {
  const { admin } = instance
  const made = await admin.post('/api/topics').send({ name: 'Name 0', _status: 'published' })
  const { id } = made.body.doc
  for (let n = 1; n <= KEPT_VERSIONS + 2; n++) {
    const saved = await admin.patch(`/api/topics/${id}`).send({ name: `Name ${n}`, _status: 'published' })
    expect(saved.status).toBe(200)
  }
  const { body } = await admin.get(
    `/api/topics/versions?where[parent][equals]=${id}&limit=100&sort=updatedAt`,
  )
  const names = body.docs.map((version: { version: { name: string } }) => version.version.name)
  expect(names).toEqual(Array.from({ length: KEPT_VERSIONS }, (_, index) => `Name ${index + 3}`))
})

it.each(['parent_id', 'version_slug'])(
  'the latest version is found by its %s, not among all',
  async (column) => {
    const plan = await file.execute(
      `EXPLAIN QUERY PLAN SELECT * FROM _articles_v WHERE ${column} = 1 AND latest = 1 ORDER BY updated_at LIMIT 1`,
    )
    expect(String(plan.rows[0]?.detail)).toContain(`(${column}=?)`)
  },
)
