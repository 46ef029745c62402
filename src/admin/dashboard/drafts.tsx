import { Moment } from '../moment.tsx'
import type { Draft } from './load.ts'
import { type ShownType, singularOf } from './types.ts'

type Props = { admin: string; drafts: Draft[]; types: ShownType[] }

export function DraftsInWork({ admin, drafts, types }: Props) {
  return (
    <section aria-labelledby="drafts" className="galley-card" id="dashboard-drafts">
      <header>
        <h2 id="drafts">Drafts in work</h2>
      </header>
      {drafts.length === 0 && (
        <p className="galley-card__empty">No drafts: everything that was written is public.</p>
      )}
      <ul>
        {drafts.map(({ type, id, title, by, savedAt, isOverLive }) => (
          <li key={`${type} ${id}`}>
            <div className="galley-row">
              <a className="galley-row__title" href={`${admin}/collections/${type}/${id}`}>
                {title || 'Untitled'}
              </a>
              <span className="galley-action" data-action={isOverLive ? 'updated' : 'new'}>
                {isOverLive ? 'Changes what is live' : 'Not public'}
              </span>
            </div>
            <p className="galley-row__more">
              {singularOf(types, type)}
              {by && ` · ${by}`} · <Moment at={savedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
