import { Exports } from './exports.tsx'

/** The heading of the list and of the month, with the way from one to the other. */
export function DeskTop({ admin, api, view }: { admin: string; api: string; view: 'list' | 'month' }) {
  const list = `${admin}/collections/linkedin-drafts`
  const ways = [
    { view: 'list', label: 'List', url: list },
    { view: 'month', label: 'Month', url: `${list}/month` },
  ]
  return (
    <header className="galley-linkedin__top">
      <div>
        <h1>LinkedIn</h1>
        <p>A post for everything published, ready to be pasted.</p>
      </div>
      <div className="galley-linkedin__ways">
        <nav aria-label="Views">
          {ways.map((way) => (
            <a
              aria-current={way.view === view ? 'page' : undefined}
              className="galley-linkedin__way"
              href={way.url}
              key={way.view}
            >
              {way.label}
            </a>
          ))}
        </nav>
        <Exports api={api} />
      </div>
    </header>
  )
}
