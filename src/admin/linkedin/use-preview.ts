'use client'
/** The post that publishing the open form would make, asked for again when its words rest. */
import { useAllFormFields, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useRef, useState } from 'react'
import { type Draft, type Row, toDraft } from './draft.ts'

export type Previewed = { draft: Draft; reason: '' } | { draft: null; reason: string }

/** How long the words have to rest, in ms. */
const PAUSE = 500

/** `found` is undefined until there is an answer; `failure`: why there is none to the last question. */
export function usePreview(): { found: Previewed | undefined; failure: string; isBehind: boolean } {
  const [fields] = useAllFormFields()
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const [found, setFound] = useState<Previewed>()
  const [failure, setFailure] = useState('')
  const [isBehind, setIsBehind] = useState(true)
  const isFirst = useRef(true)
  const body = JSON.stringify({ collection: collectionSlug, id, data: reduceFieldsToValues(fields, true) })
  useEffect(() => {
    const stopped = new AbortController()
    setIsBehind(true)
    const ask = async () => {
      isFirst.current = false
      const answer = await fetch(`${config.routes.api}/linkedin-drafts/preview`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
        signal: stopped.signal,
      }).catch(() => null)
      const reply = (await answer?.json().catch(() => null)) ?? {}
      if (stopped.signal.aborted) return
      setFailure(answer?.ok ? '' : toFailure(reply, answer?.status))
      if (answer?.ok) setFound(toPreviewed(reply))
      setIsBehind(false)
    }
    const timer = setTimeout(ask, isFirst.current ? 0 : PAUSE)
    return () => {
      clearTimeout(timer)
      stopped.abort()
    }
  }, [body, config.routes.api])
  return { found, failure, isBehind }
}

type Reply = { ok: true; post: { [field: string]: unknown } } | { ok: false; reason: string }

function toPreviewed(reply: Reply): Previewed {
  if (!reply.ok) return { draft: null, reason: reply.reason }
  return { draft: toDraft({ id: '', ...reply.post } as Row), reason: '' }
}

function toFailure({ detail }: { detail?: string }, status: number | undefined): string {
  if (status === undefined) return 'Galley does not answer: this is what it said last.'
  return detail || `Galley answered ${status}.`
}
