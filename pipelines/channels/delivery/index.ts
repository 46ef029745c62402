/** The delivery API as a channel: its read model is a file of each process that serves (replica.ts, docs/adr/0012). */
import type { LocalChannel } from '../channel.ts'
import type { Store } from './store.ts'

export const delivery: LocalChannel = {
  slug: 'delivery',
  kind: 'projection',
  isLocal: true,
  async presence({ action, type, slug, url }, { site }) {
    if (action === 'unpublished') return { isLive: false, note: '', places: [] }
    const api = `${site.publicUrl}/v1/${type}/${encodeURIComponent(slug)}`
    const places = [
      { name: 'Website', url },
      { name: 'API', url: api },
    ]
    return { isLive: true, note: '', places }
  },
}

/** Whether something public shows this file. */
export function isPublicFile(store: Pick<Store, 'sql'>, name: string): boolean {
  return store.sql('SELECT 1 FROM files WHERE name = ?').get(name) !== undefined
}
