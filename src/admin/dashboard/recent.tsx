import { ActionPill } from '../action-pill.tsx'
import { Moment } from '../moment.tsx'
import type { Recent } from './load.ts'
import { type ShownType, singularOf } from './types.ts'

type Props = { admin: string; recent: Recent[]; types: ShownType[] }

export function RecentlyPublished({ admin, recent, types }: Props) {
  return (
    <section aria-labelledby="recent" className="galley-card" id="dashboard-recent">
      <header>
        <h2 id="recent">Recently published</h2>
        <a href={`${admin}/collections/publications`}>All publications</a>
      </header>
      {recent.length === 0 && <p className="galley-card__empty">Nothing is public yet.</p>}
      <ul>
        {recent.map(({ id, title, type, action, by, recordedAt }) => (
          <li key={`${id}`}>
            <div className="galley-row">
              <a className="galley-row__title" href={`${admin}/collections/publications/${id}`}>
                {title || 'Untitled'}
              </a>
              <ActionPill action={action} />
            </div>
            <p className="galley-row__more">
              {singularOf(types, type)}
              {by && ` · ${by}`} · <Moment at={recordedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
