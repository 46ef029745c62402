/** One publication: who, when, why, and what it changed. Read only. */
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { ActionPill } from '../action-pill.tsx'
import { historyOf } from '../history-of.ts'
import { Moment } from '../moment.tsx'
import { causeLabel } from './cause-label.ts'
import { Changes } from './changes.tsx'
import { compareItems } from './compare-items.ts'
import { type Loaded, loadEntry, type Publication } from './load-entry.ts'
import './entry-view.css'

export async function EntryView({ doc, payload }: DocumentViewServerProps) {
  const loaded = await loadEntry(payload, doc as unknown as Publication)
  const { entry } = loaded
  const label = payload.config.collections.find(({ slug }) => slug === entry.type)?.labels.singular
  const list = `${payload.config.routes.admin}/collections/publications`
  return (
    <Gutter className="galley-entry">
      <SetStepNav nav={[{ label: 'Publications', url: list }, { label: entry.title || 'Publication' }]} />
      <div className="galley-entry__facts" id="entry-facts">
        <ActionPill action={entry.action} />
        <span>
          <strong>{typeof label === 'string' ? label : entry.type}</strong>
          {entry.by && ` · ${entry.by}`} · <Moment at={entry.recordedAt} />
        </span>
        <span className="galley-entry__quiet">
          No. {entry.seq}. {causeLabel(payload, entry.cause)}.
        </span>
      </div>
      <Ways admin={payload.config.routes.admin} loaded={loaded} />
      <h2>What changed</h2>
      <WhatChanged loaded={loaded} />
    </Gutter>
  )
}

function Ways({ admin, loaded: { entry, previous, next, document } }: { admin: string; loaded: Loaded }) {
  const to = (id: number | string) => `${admin}/collections/publications/${id}`
  return (
    <nav aria-label="Ways from here" className="galley-entry__ways">
      {document && <a href={`${admin}/collections/${entry.type}/${document.id}`}>Open the document</a>}
      {entry.action !== 'unpublished' && entry.url && (
        <a href={entry.url} rel="noreferrer" target="_blank">
          On the website
        </a>
      )}
      <a href={historyOf(entry.itemId, admin)}>All of its publications</a>
      {previous && <a href={to(previous.id)}>← The one before</a>}
      {next && <a href={to(next.id)}>The one after →</a>}
    </nav>
  )
}

function WhatChanged({ loaded: { entry, previous } }: { loaded: Loaded }) {
  if (entry.action === 'unpublished')
    return (
      <p className="galley-entry__quiet">It was taken off every channel. Its words stayed as they were.</p>
    )
  if (!entry.item)
    return (
      <p className="galley-entry__quiet">
        What it said then is no longer kept: a later publication has replaced it.
      </p>
    )
  const wasPublic = previous && previous.action !== 'unpublished'
  if (wasPublic && !previous.item)
    return (
      <p className="galley-entry__quiet">
        What it said before is no longer kept, so that nothing can be compared.
      </p>
    )
  const changes = compareItems(wasPublic ? previous.item : null, entry.item)
  if (changes.length === 0)
    return (
      <p className="galley-entry__quiet">
        None of its words: something that it shows (a picture’s file, an address, how it is laid out) changed.
      </p>
    )
  return (
    <>
      {!wasPublic && (
        <p className="galley-entry__quiet">
          {previous ? 'It was not public before: this is all that came out.' : 'Its first publication.'}
        </p>
      )}
      <Changes changes={changes} isFirst={!wasPublic} />
    </>
  )
}
