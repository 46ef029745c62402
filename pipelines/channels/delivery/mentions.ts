/**
 * Which items use a glossary term: its name without the parenthesis, its abbreviation or an alias, as whole words. Names
 * match in any case, abbreviations and what is all capitals only as written. The newest 20 are carried by the term.
 *
 * Both ways come to the same: words of an item are looked up among the terms' names, a term's names in the index of the
 * search, which holds the same words with the same breaks between phrases.
 */
import type { LocalFile } from '../../../database/local-file.ts'
import type { ContentItem } from '../../content-item.ts'
import type { Change, Follower } from './follower.ts'
import { headOf, type Name, namesOfTerm, usedIn } from './mention-names.ts'

const TERMS = 'glossary-terms'
/** Whose text is read for mentions. */
const READ = new Set(['articles', 'case-studies', 'faqs', 'role-profiles', TERMS])
/** A term is no list of everything: more than a page shows nobody reads, and every list of terms would carry them. */
export const MOST_MENTIONS = 20

/**
 * `term_names`: by the first word of each name. `mentions`: the newest first within a term. `mention_cards`: what is
 * shown of an item, by `items.n`.
 */
const TABLES = `
  CREATE TABLE term_names (
    head TEXT NOT NULL,
    term TEXT NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (head, term, kind, words)
  ) WITHOUT ROWID;
  CREATE INDEX term_names_by_term ON term_names (term);
  CREATE TABLE mentions (
    term TEXT NOT NULL,
    published TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (term, published DESC, id)
  ) WITHOUT ROWID;
  CREATE INDEX mentions_by_item ON mentions (id);
  CREATE TABLE mention_cards (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    published TEXT NOT NULL,
    card TEXT NOT NULL
  );
`

export const mentionsFollower: Follower = {
  tables: TABLES,
  carriers: [TERMS],
  clear(file) {
    for (const table of ['term_names', 'mentions', 'mention_cards']) file.exec(`DELETE FROM ${table}`)
  },
  follow(file, change, carry) {
    const touched = new Set<string>()
    if (change.id.startsWith(`${TERMS}:`) && saveTerm(file, change)) touched.add(change.id)
    if (READ.has(typeOf(change.id))) for (const term of saveItem(file, change)) touched.add(term)
    for (const term of [...touched].sort()) carry(term, 'mentions', mentionsOf(file, term))
  },
}

const typeOf = (id: string) => id.slice(0, id.indexOf(':'))

/** JSON, put together by SQLite: a text may touch a hundred terms, and nothing of their cards is read. */
function mentionsOf(file: LocalFile, term: string): string {
  const [cards] =
    file
      .sql<[string | null]>(
        `SELECT group_concat(card) FROM (
           SELECT card FROM mentions JOIN mention_cards USING (id)
           WHERE term = ? ORDER BY mentions.published DESC, id LIMIT ${MOST_MENTIONS}
         )`,
      )
      .get(term) ?? []
  return `[${cards ?? ''}]`
}

/** What the item uses, and how it is shown. Answers the terms whose mentions may have changed. */
function saveItem(file: LocalFile, { id, n, before, after }: Change): string[] {
  const old = file.sql<[string]>('SELECT term FROM mentions WHERE id = ?').all(id).flat()
  const known = file.sql<[string, string]>('SELECT published, card FROM mention_cards WHERE n = ?').get(n)
  const card = after && JSON.stringify(cardOf(after))
  const found = after && (before && hasSameWords(before, after) ? old : termsIn(file, after))
  const used = (found ?? []).filter((term) => term !== id)
  const isShownTheSame = known?.[0] === after?.publishedAt && known?.[1] === card
  if (isShownTheSame && used.length === old.length && used.every((term) => old.includes(term))) return []
  file.sql('DELETE FROM mentions WHERE id = ?').run(id)
  if (!after) file.sql('DELETE FROM mention_cards WHERE n = ?').run(n)
  else {
    file
      .sql('INSERT OR REPLACE INTO mention_cards (n, id, published, card) VALUES (?, ?, ?, ?)')
      .run(n, id, after.publishedAt, card)
    const mention = file.sql('INSERT INTO mentions (term, published, id) VALUES (?, ?, ?)')
    for (const term of used) mention.run(term, after.publishedAt, id)
  }
  return isShownTheSame
    ? [...used.filter((term) => !old.includes(term)), ...old.filter((term) => !used.includes(term))]
    : [...new Set([...old, ...used])]
}

/** Then it uses what it used: a term that changes its names looks itself up in what is there. */
const hasSameWords = (before: ContentItem, after: ContentItem) =>
  before.title === after.title && before.summary === after.summary && before.text === after.text

const cardOf = ({ id, type, slug, url, title, summary }: ContentItem) => ({
  id,
  type,
  slug,
  url,
  title,
  summary,
})

/** Names are looked up by their first word, so the cost is that of the text, however many terms there are. */
function termsIn(file: LocalFile, item: ContentItem): string[] {
  const used = usedIn(item, (heads) =>
    file
      .sql<[string, string, Name['kind']]>(
        'SELECT term, words, kind FROM term_names WHERE head IN (SELECT value FROM json_each(?))',
      )
      .all(JSON.stringify(heads))
      .map(([term, words, kind]) => ({ term, words, kind })),
  )
  return [...used].sort()
}

/** A term's names, and what uses them. False when they are what they were. */
function saveTerm(file: LocalFile, { id, before, after }: Change): boolean {
  const names = after ? namesOfTerm(after) : []
  if (before && after && JSON.stringify(namesOfTerm(before)) === JSON.stringify(names)) return false
  file.sql('DELETE FROM term_names WHERE term = ?').run(id)
  file.sql('DELETE FROM mentions WHERE term = ?').run(id)
  const name = file.sql('INSERT OR IGNORE INTO term_names (head, term, words, kind) VALUES (?, ?, ?, ?)')
  const mention = file.sql(
    `INSERT OR IGNORE INTO mentions (term, published, id)
     SELECT ?, published, id FROM search JOIN mention_cards ON n = search.rowid WHERE search MATCH ? AND id <> ?`,
  )
  for (const { words, kind } of names) {
    name.run(headOf(words), id, words, kind)
    mention.run(id, `${kind === 'letters' ? '{title summary body}' : 'capitals'} : "${words}"`, id)
  }
  return true
}
