import type { Count } from './load.ts'
import type { ShownType } from './types.ts'

type Props = { admin: string; counts: Count[]; types: ShownType[] }

/** How much there is of each type, with ways to the list and to a new one. */
export function Counts({ admin, counts, types }: Props) {
  const of = new Map(counts.map((count) => [count.type, count]))
  const groups = [...new Set(types.map(({ group }) => group))]
  return (
    <section aria-label="How much there is" className="galley-card" id="dashboard-counts">
      <table>
        {groups.map((group) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup">{group}</th>
              <th scope="col">Live</th>
              <th scope="col">Drafts</th>
              <td />
            </tr>
            {types
              .filter((type) => type.group === group)
              .map(({ slug, singular, plural, mayCreate }) => (
                <tr key={slug} data-type={slug}>
                  <th scope="row">
                    <a href={`${admin}/collections/${slug}`}>{plural}</a>
                  </th>
                  <td>{of.get(slug)?.live ?? 0}</td>
                  <td>{of.get(slug)?.drafts || '–'}</td>
                  <td>
                    {mayCreate && (
                      <a
                        aria-label={`New: ${singular}`}
                        className="galley-plus"
                        href={`${admin}/collections/${slug}/create`}
                        title={`New: ${singular}`}
                      >
                        +
                      </a>
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
