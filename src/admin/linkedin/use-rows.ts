'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { type Draft, type Row, toDraft } from './draft.ts'

/** Drafts that the API finds for a query; undefined until it has answered. `query`: empty asks for nothing. */
export function useRows(query: string): Draft[] | undefined {
  const { config } = useConfig()
  const [rows, setRows] = useState<Draft[]>()
  useEffect(() => {
    if (query === '') return
    const stopped = new AbortController()
    fetch(`${config.routes.api}/linkedin-drafts?depth=0&${query}`, { signal: stopped.signal })
      .then(async (answer) => {
        if (answer.ok) setRows(((await answer.json()) as { docs: Row[] }).docs.map(toDraft))
      })
      // Beside the form nothing depends on it.
      .catch(() => undefined)
    return () => stopped.abort()
  }, [query, config.routes.api])
  return rows
}

/** Of a list beside something else: what a line shows. */
export const LINE = 'limit=20&select[hook]=true&select[state]=true&select[title]=true'
