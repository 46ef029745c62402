/** The full-text index (docs/adr/0013): one row for each item that can be found, and the words that typing errors may mean. */
import type { LocalFile } from '../../../../database/local-file.ts'
import type { ContentItem } from '../../../content-item.ts'
import type { Follower } from '../follower.ts'
import { listsOf } from '../places.ts'
import { type Indexed, indexedOf, isSearched, namesOf } from './indexed.ts'
import { isMeant, partsOf } from './nearest.ts'

/**
 * `search`: rows by `items.n`; nothing of the texts is kept, they stand in `items`. Marks of scripts that have them are
 * letters, and words come in folded. `search_terms` holds words that stand or stood in it, `search_parts` their thirds.
 */
const TABLES = `
  CREATE VIRTUAL TABLE search USING fts5(
    title, names, summary, body, marks, capitals,
    content = '', contentless_delete = 1, prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
  INSERT INTO search (search, rank) VALUES ('automerge', 8);
  CREATE TABLE search_terms (term TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE search_parts (part TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (part, term)) WITHOUT ROWID;
`

export const searchFollower: Follower = {
  tables: TABLES,
  carriers: [],
  clear(file) {
    file.exec("INSERT INTO search (search) VALUES ('delete-all')")
    file.exec('DELETE FROM search_terms; DELETE FROM search_parts')
  },
  follow(file, { n, before, after }) {
    if (before && after && isSame(before, after)) return
    if (before && isSearched(before)) file.sql('DELETE FROM search WHERE rowid = ?').run(n)
    if (!after || !isSearched(after)) return
    const { title, names, summary, body, marks, capitals } = indexedOf(after)
    file
      .sql(
        'INSERT INTO search (rowid, title, names, summary, body, marks, capitals) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(n, title, names, summary, body, marks, capitals)
    saveTerms(file, { title, names, summary, body })
  },
}

/** A picture or a related title may have changed: nothing that is searched. */
function isSame(before: ContentItem, after: ContentItem): boolean {
  const { title, summary, text } = before
  return (
    title === after.title &&
    summary === after.summary &&
    text === after.text &&
    namesOf(before).join('\n') === namesOf(after).join('\n') &&
    listsOf(before).join('\n') === listsOf(after).join('\n')
  )
}

function saveTerms(file: LocalFile, texts: Pick<Indexed, 'title' | 'names' | 'summary' | 'body'>): void {
  const terms = [...new Set(Object.values(texts).flatMap((text) => text.split(' ')))].filter(isMeant)
  // Nearly always all of them are known: asking costs less than trying to write.
  const added = file
    .sql<[string]>(
      'SELECT value FROM json_each(?) given WHERE NOT EXISTS (SELECT 1 FROM search_terms WHERE term = given.value)',
    )
    .all(JSON.stringify(terms))
  if (added.length === 0) return
  file.sql('INSERT INTO search_terms (term) SELECT value FROM json_each(?)').run(JSON.stringify(added.flat()))
  const parts = added.flatMap(([term]) => partsOf(term).map((part) => [part, term]))
  file
    .sql('INSERT OR IGNORE INTO search_parts (part, term) SELECT value ->> 0, value ->> 1 FROM json_each(?)')
    .run(JSON.stringify(parts))
}
