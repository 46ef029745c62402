import type { Store } from '../../pipelines/channels/delivery/store.ts'

/** Everything that the API reads and that follows from the ledger alone: in no table the order of writing, nor `changed`. */
export function rowsOf(store: Store): { [table: string]: unknown[][] } {
  const all = (table: string, columns: string, where = '') =>
    store.sql(`SELECT ${columns} FROM ${table} ${where} ORDER BY 1, 2`).all()
  return {
    items: all(
      'items',
      'id, type, slug, live, seq, published, updated, title, code, low, high, item, carried',
    ),
    places: all('places', 'id, list, published, updated, title, code'),
    counts: all('counts', 'list, items', 'WHERE items > 0'),
    addresses: all('addresses', "type || ' ' || slug, id"),
    files: all('files', 'name, id'),
  }
}
