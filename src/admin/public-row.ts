'use client'
/** What the form itself cannot know: the row that is public, below the draft in the form. */
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

export type PublicRow = { isPublished: boolean; publishedAt: string | null }

/** Undefined until it is known; `isPublished` false for a document that was never published or was taken back. */
export function usePublicRow(): PublicRow | undefined {
  const { id, collectionSlug, hasPublishedDoc, isTrashed, lastUpdateTime } = useDocumentInfo()
  const { config } = useConfig()
  const [row, setRow] = useState<PublicRow>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the document was saved or published
  useEffect(() => {
    if (id === undefined || isTrashed) {
      setRow({ isPublished: false, publishedAt: null })
      return
    }
    const stopped = new AbortController()
    const query = 'depth=0&draft=false&select[_status]=true&select[publishedAt]=true'
    fetch(`${config.routes.api}/${collectionSlug}/${id}?${query}`, { signal: stopped.signal })
      .then(async (answer) => {
        if (!answer.ok) return
        const { _status, publishedAt } = (await answer.json()) as { _status?: string; publishedAt?: string }
        setRow({ isPublished: _status === 'published', publishedAt: publishedAt ?? null })
      })
      // Without an answer nothing is said here; the server asks on publishing in any case.
      .catch(() => undefined)
    return () => stopped.abort()
  }, [id, collectionSlug, hasPublishedDoc, isTrashed, lastUpdateTime, config.routes.api])
  return row
}
