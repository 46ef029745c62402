'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { DocumentChannels } from '../../../collections/document-channels.ts'

/** How long until it is looked at again, in ms: soon while something is on its way. */
const CALM = 6000
const BUSY = 1000

/** The open document's channels, asked for again and again while the page is seen. Undefined until known. */
export function useChannels(): { found: DocumentChannels | undefined; isLost: boolean } {
  const { id, collectionSlug, lastUpdateTime, hasPublishedDoc, unpublishedVersionCount } = useDocumentInfo()
  const { config } = useConfig()
  const [found, setFound] = useState<DocumentChannels>()
  const [isLost, setIsLost] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: at once when the document was saved or published
  useEffect(() => {
    if (id === undefined) return
    const stopped = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      const answer = document.visibilityState === 'visible' ? await ask() : undefined
      if (stopped.signal.aborted) return
      if (answer) setFound(answer)
      if (answer !== undefined) setIsLost(answer === null)
      timer = setTimeout(look, answer && isMoving(answer) ? BUSY : CALM)
    }
    /** Null: no answer. */
    const ask = async () => {
      const url = `${config.routes.api}/${collectionSlug}/${id}/channels`
      const answer = await fetch(url, { signal: stopped.signal }).catch(() => null)
      return answer?.ok ? ((await answer.json().catch(() => null)) as DocumentChannels | null) : null
    }
    look()
    const onSeen = () => {
      if (document.visibilityState !== 'visible') return
      clearTimeout(timer)
      look()
    }
    document.addEventListener('visibilitychange', onSeen)
    return () => {
      stopped.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onSeen)
    }
  }, [id, collectionSlug, lastUpdateTime, hasPublishedDoc, unpublishedVersionCount, config.routes.api])
  return { found, isLost }
}

const isMoving = ({ isUnderWay, channels }: DocumentChannels) =>
  isUnderWay || channels.some(({ isBehind }) => isBehind)
