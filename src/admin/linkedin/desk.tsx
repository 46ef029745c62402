'use client'
/** The desk: on one side what is written and decided, on the other what LinkedIn will show of it. */
import { Actions } from './actions.tsx'
import { Conflict } from './conflict.tsx'
import type { Draft } from './draft.ts'
import type { Other } from './draft-view.tsx'
import { Facts } from './facts.tsx'
import { Hooks } from './hooks.tsx'
import { Notices } from './notices.tsx'
import { Others } from './others.tsx'
import { Plan } from './plan.tsx'
import { PostPreview } from './post-preview.tsx'
import { isOpen } from './states.ts'
import { TagThese } from './tag-these.tsx'
import { useAskOnLeaving, useDraft } from './use-draft.ts'
import type { Voice } from './voices.ts'
import { Writing } from './writing.tsx'
import './desk.css'

type Props = {
  first: Draft
  voices: Voice[]
  others: Other[]
  documentUrl: string
  listUrl: string
  /** Authors write; editors also approve, withdraw and mark as posted. */
  mayEdit: boolean
  mayDecide: boolean
}

export function Desk({ first, voices, others, documentUrl, listUrl, mayEdit, mayDecide }: Props) {
  const open = useDraft(first)
  const { draft, words, isUnsaved } = open
  useAskOnLeaving(isUnsaved)
  const voice = voices.find(({ id }) => id === draft.postAs) ?? {
    id: draft.postAs,
    kind: draft.postAs === 'company' ? ('company' as const) : ('person' as const),
    name: draft.author || 'Somebody',
    headline: '',
    picture: '',
  }
  const isWritable = isOpen(draft) && mayEdit && (draft.state === 'draft' || mayDecide)
  return (
    <>
      <Facts documentUrl={documentUrl} draft={draft} />
      <Actions
        isWritable={isWritable}
        listUrl={listUrl}
        mayDecide={mayDecide}
        mayEdit={mayEdit}
        open={open}
        voices={voices}
      />
      {open.conflict && <Conflict open={open} theirs={open.conflict} />}
      <Notices draft={draft} isWritable={isWritable} open={open} />
      <div className="galley-desk__sides">
        <div className="galley-desk__writing">
          {draft.variants.length > 1 && <Hooks isWritable={isWritable} open={open} />}
          <Writing isWritable={isWritable} open={open} />
          <Plan isWritable={isWritable} open={open} voices={voices} />
          {draft.mentions.length > 0 && <TagThese mentions={draft.mentions} />}
          {others.length > 0 && <Others others={others} />}
        </div>
        <div className="galley-desk__preview">
          <PostPreview
            post={{ ...draft, ...words, mentions: draft.mentions.map(({ name }) => name) }}
            voice={voice}
          />
        </div>
      </div>
    </>
  )
}
