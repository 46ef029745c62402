'use client'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Voice } from './voices.ts'

type Person = {
  headline?: string | null
  jobTitle?: string | null
  photo?: { url?: string | null; thumbnailURL?: string | null } | null
}

/** Whoever posts, as their own document shows them; until it is read, their name. `postAs`: `people:uid`, or `company`. */
export function useVoice(postAs: string, name: string): Voice {
  const { config } = useConfig()
  const [person, setPerson] = useState<Person>()
  const uid = postAs.startsWith('people:') ? postAs.slice('people:'.length) : ''
  useEffect(() => {
    setPerson(undefined)
    if (uid === '') return
    const stopped = new AbortController()
    const query = `where[uid][equals]=${encodeURIComponent(uid)}&depth=1&limit=1`
    fetch(`${config.routes.api}/people?${query}`, { signal: stopped.signal })
      .then(async (answer) => {
        if (answer.ok) setPerson(((await answer.json()) as { docs: Person[] }).docs[0])
      })
      // The initials stand in for a picture.
      .catch(() => undefined)
    return () => stopped.abort()
  }, [uid, config.routes.api])
  return {
    id: postAs,
    kind: uid ? 'person' : 'company',
    name: name || (uid ? 'Whoever posts it' : 'The company'),
    headline: person?.headline || person?.jobTitle || '',
    picture: person?.photo?.thumbnailURL || person?.photo?.url || '',
  }
}
