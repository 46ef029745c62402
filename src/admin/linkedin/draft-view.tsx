/** The page of a LinkedIn draft: what somebody needs to finish a post and to send it out. */
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { DocumentViewServerProps, Payload } from 'payload'
import { mayPublish, mayWrite } from '../../access.ts'
import { findDocument } from '../find-document.ts'
import { Desk } from './desk.tsx'
import { type Draft, type Row, toDraft } from './draft.ts'
import { loadVoice, loadVoices, type Voice } from './voices.ts'

export async function DraftView({ doc, initPageResult, payload }: DocumentViewServerProps) {
  const draft = toDraft(doc as unknown as Row)
  const { req } = initPageResult
  const admin = payload.config.routes.admin
  const list = `${admin}/collections/linkedin-drafts`
  const source = draft.furtherOf || draft.itemId
  const [voices, document, others] = await Promise.all([
    voicesFor(payload, draft),
    findDocument(payload, source),
    loadOthers(payload, draft, source),
  ])
  return (
    <Gutter className="galley-desk">
      <SetStepNav nav={[{ label: 'LinkedIn', url: list }, { label: draft.title || 'Draft' }]} />
      <Desk
        documentUrl={document ? `${admin}/collections/${draft.itemType}/${document.id}` : ''}
        first={draft}
        key={`${draft.id}`}
        listUrl={list}
        mayDecide={mayPublish({ req })}
        mayEdit={mayWrite({ req })}
        others={others}
        voices={voices}
      />
    </Gutter>
  )
}

/** With whoever posts it, also when they are not public any more. */
async function voicesFor(payload: Payload, { postAs, author }: Draft): Promise<Voice[]> {
  const voices = await loadVoices(payload)
  if (voices.some(({ id }) => id === postAs)) return voices
  const voice = await loadVoice(payload, postAs)
  return [
    ...voices,
    voice ?? { id: postAs, kind: 'person', name: author || 'Somebody', headline: '', picture: '' },
  ]
}

export type Other = Pick<Draft, 'id' | 'hook' | 'title' | 'state'> & { isFurther: boolean }

/** More than anybody makes of one item. */
const MOST = 20

/** The other posts of the same item: the automatic one first. */
async function loadOthers(payload: Payload, { id }: Draft, itemId: string): Promise<Other[]> {
  if (itemId === '') return []
  const found = await payload.db.find<Row>({
    collection: 'linkedin-drafts',
    where: {
      and: [
        { or: [{ itemId: { equals: itemId } }, { furtherOf: { equals: itemId } }] },
        { id: { not_equals: id } },
      ],
    },
    select: { hook: true, title: true, state: true, furtherOf: true },
    limit: MOST,
    pagination: false,
  })
  return found.docs
    .map((row) => {
      const { id, hook, title, state, furtherOf } = toDraft(row)
      return { id, hook, title, state, isFurther: furtherOf !== '' }
    })
    .sort((a, b) => Number(a.isFurther) - Number(b.isFurther))
}
