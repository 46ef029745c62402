'use client'
/** In a document's tab “LinkedIn”: the post that publishing it now would make, while somebody writes. */
import { useFormFields } from '@payloadcms/ui'
import { useState } from 'react'
import { countPost } from './counters.ts'
import { Counts } from './counts.tsx'
import type { Draft } from './draft.ts'
import { ItemDrafts } from './item-drafts.tsx'
import { PostPreview } from './post-preview.tsx'
import { usePreview } from './use-preview.ts'
import { useVoice } from './use-voice.ts'
import './desk.css'

export function PreviewTab() {
  const { found, failure, isBehind } = usePreview()
  return (
    <section
      aria-label="LinkedIn"
      className="galley-preview-tab"
      data-behind={isBehind}
      id="linkedin-preview"
    >
      {failure && (
        <p className="galley-notice" data-kind="error" role="alert">
          {failure}
        </p>
      )}
      {!found && !failure && <p>The post is being made …</p>}
      {found && !found.draft && (
        <p className="galley-notice" data-kind="warn">
          Publishing it now would make no post: {found.reason}.
        </p>
      )}
      {found?.draft && <Made draft={found.draft} />}
      <ItemDrafts />
    </section>
  )
}

function Made({ draft }: { draft: Draft }) {
  const [at, setAt] = useState(0)
  const title = useFormFields(([fields]) => String(fields.title?.value ?? ''))
  const variant = draft.variants[at] ?? draft.variants[0] ?? draft
  const warnings = variant.warnings ?? draft.warnings
  const voice = useVoice(draft.postAs, draft.author)
  const mentions = draft.mentions.map(({ name }) => name)
  const shown = { ...draft, title: draft.title || title, text: variant.text, mentions }
  return (
    <div className="galley-preview-tab__sides">
      <PostPreview post={shown} voice={voice} />
      <div className="galley-desk__writing">
        {draft.variants.length > 1 && (
          <fieldset className="galley-hooks">
            <legend>Openings, the best first</legend>
            {draft.variants.map(({ hook }, number) => (
              <label data-chosen={number === at} key={hook}>
                <input checked={number === at} name="opening" onChange={() => setAt(number)} type="radio" />
                <span dir="auto">{hook}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Counts counts={countPost(variant.text)} />
        {warnings.length > 0 && (
          <div className="galley-notice" data-kind="warn" id="linkedin-warnings">
            <p>Worth a look:</p>
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  )
}
