/** Which topic is part of which. */
import type { LocalFile } from '../../../database/local-file.ts'
import type { Follower } from './follower.ts'

const TOPICS = 'topics'

export const topicTree: Follower = {
  tables: `
    CREATE TABLE topic_parents (id TEXT PRIMARY KEY, slug TEXT NOT NULL, parent TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX topic_parents_by_parent ON topic_parents (parent, slug);
  `,
  carriers: [],
  clear: (file) => file.exec('DELETE FROM topic_parents'),
  follow(file, { id, before, after }) {
    if ((before ?? after)?.type !== TOPICS) return
    file.sql('DELETE FROM topic_parents WHERE id = ?').run(id)
    const parent = after?.fields.parent as { slug: string } | null | undefined
    if (!after || !parent) return
    file.sql('INSERT INTO topic_parents (id, slug, parent) VALUES (?, ?, ?)').run(id, after.slug, parent.slug)
  },
}

/** These topics and all below them, by slug; circles do no harm. */
export function withDescendants(file: LocalFile, slugs: readonly string[]): string[] {
  return file
    .sql<[string]>(
      `WITH RECURSIVE tree (slug) AS (
         SELECT value FROM json_each(?)
         UNION SELECT t.slug FROM tree JOIN topic_parents t ON t.parent = tree.slug
       ) SELECT slug FROM tree`,
    )
    .all(JSON.stringify(slugs))
    .map(([slug]) => slug)
}
