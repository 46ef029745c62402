import type { DeskNews } from '../linkedin/load-news.ts'
import { PlannedFor } from '../linkedin/planned-for.tsx'
import { STATES } from '../linkedin/states.ts'

/** What is to be posted on LinkedIn now, and how much waits to be read and approved. */
export function LinkedIn({ admin, news: { due, counts } }: { admin: string; news: DeskNews }) {
  const list = `${admin}/collections/linkedin-drafts`
  const ways = STATES.filter(({ value }) => value === 'draft' || value === 'approved')
  return (
    <section aria-labelledby="linkedin" className="galley-card" id="dashboard-linkedin">
      <header>
        <h2 id="linkedin">LinkedIn</h2>
        <a href={`${list}/month`}>Month</a>
      </header>
      <p className="galley-row__more">
        {ways.map(({ value, label, plural }, at) => (
          <span key={value}>
            {at > 0 && ' · '}
            <a href={`${list}?${new URLSearchParams({ 'where[or][0][and][0][state][equals]': value })}`}>
              {counts[value] ?? 0} {(counts[value] === 1 ? label : plural).toLowerCase()}
            </a>
          </span>
        ))}
      </p>
      <ul>
        {due.map((draft) => (
          <li key={draft.id}>
            <a className="galley-row__title" dir="auto" href={`${list}/${draft.id}`}>
              {draft.hook || draft.title}
            </a>
            <p className="galley-row__more">
              <PlannedFor draft={draft} />
              {draft.author && ` · ${draft.author}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
