/** The admin's first page: what went out, what is in work, whether it arrived, and how much there is. */
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { readSite } from '../../../pipelines/ledger/read.ts'
import { mayRetry } from '../../access.ts'
import { loadNews } from '../linkedin/load-news.ts'
import { publishedTypes } from '../published-types.ts'
import { Channels } from './channels.tsx'
import { Counts } from './counts.tsx'
import { DraftsInWork } from './drafts.tsx'
import { KeepFresh } from './keep-fresh.tsx'
import { LinkedIn } from './linkedin.tsx'
import { loadDashboard } from './load.ts'
import { RecentlyPublished } from './recent.tsx'
import './dashboard.css'

export async function Dashboard({ initPageResult, payload }: AdminViewServerProps) {
  const { permissions, req, visibleEntities } = initPageResult
  const { recent, drafts, health, setAside, counts } = await loadDashboard(payload)
  const [site, news] = await Promise.all([readSite(payload), loadNews(payload, Date.now())])
  const admin = payload.config.routes.admin
  const types = publishedTypes(payload).map(({ slug, labels, admin: { group } }) => ({
    slug,
    singular: String(labels.singular),
    plural: String(labels.plural),
    group: String(group ?? ''),
    mayCreate: Boolean(permissions.collections?.[slug]?.create),
    isSeen: visibleEntities.collections.includes(slug),
  }))
  const live = counts.reduce((sum, count) => sum + count.live, 0)
  const inWork = counts.reduce((sum, count) => sum + count.drafts, 0)
  const toCreate = types.filter(({ group, mayCreate }) => group === 'Content' && mayCreate)
  return (
    <Gutter className="galley-dashboard">
      <KeepFresh />
      <header className="galley-dashboard__top">
        <div>
          <h1>{site?.title || 'Galley'}</h1>
          <p>
            {live} live · {inWork === 1 ? '1 draft' : `${inWork} drafts`} in work
          </p>
        </div>
        {toCreate.length > 0 && (
          <nav aria-label="Write">
            {toCreate.map(({ slug, singular }) => (
              <a className="galley-write" key={slug} href={`${admin}/collections/${slug}/create`}>
                + {singular}
              </a>
            ))}
          </nav>
        )}
      </header>
      <div className="galley-dashboard__columns">
        <div>
          <RecentlyPublished admin={admin} recent={recent} types={types} />
          <DraftsInWork admin={admin} drafts={drafts} types={types} />
        </div>
        <div>
          <Channels admin={admin} health={health} mayRetry={mayRetry({ req })} setAside={setAside} />
          {visibleEntities.collections.includes('linkedin-drafts') && <LinkedIn admin={admin} news={news} />}
          <Counts admin={admin} counts={counts} types={types.filter(({ isSeen }) => isSeen)} />
        </div>
      </div>
    </Gutter>
  )
}
