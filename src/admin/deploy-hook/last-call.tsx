'use client'
/** Below the deploy hook's address: what waits to be told, and what came of the last call. Follows by itself. */
import { useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { Moment } from '../moment.tsx'
import { useWhileSeen } from '../use-while-seen.ts'

const EVERY = 5000

type Calls = {
  waiting: number
  failures: number
  calledAt?: string | null
  nextAt?: string | null
  status?: number | null
  error?: string | null
}

export function LastCall() {
  const calls = useCalls()
  if (calls === undefined) return null
  return (
    <p aria-live="polite" className="field-description" id="deploy-hook-last-call">
      {calls?.calledAt ? (
        <>
          Last called <Moment at={calls.calledAt} />: {calls.error ?? `it answered ${calls.status}.`}
          {calls.error !== null && calls.error !== undefined && <> {after(calls)}</>}
        </>
      ) : (
        'Not called yet.'
      )}
      {calls !== null && calls.waiting > 0 && calls.failures === 0 && ' Something new waits to be told.'}
    </p>
  )
}

function after({ nextAt }: Calls) {
  if (!nextAt) return 'It was given up until something is published again.'
  return (
    <>
      Tried again <Moment at={nextAt} />.
    </>
  )
}

/** Undefined until known, null before anything was published. */
function useCalls(): Calls | null | undefined {
  const { config } = useConfig()
  const [calls, setCalls] = useState<Calls | null>()
  const look = async () => {
    const answer = await fetch(`${config.routes.api}/deploy-hook-calls?limit=1&depth=0`).catch(() => null)
    const found = answer?.ok ? ((await answer.json().catch(() => null)) as { docs: Calls[] } | null) : null
    if (found) setCalls(found.docs[0] ?? null)
  }
  useWhileSeen(EVERY, look, true)
  return calls
}
