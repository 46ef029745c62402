'use client'
import { useEffect, useState } from 'react'

const EVERY = 15_000
const SOON = 250

/** The time in ms, moving on every quarter of a minute and right after `next` (ms), when something changes. */
export function useNow(next: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const left = next - Date.now()
    const timer = setTimeout(() => setNow(Date.now()), left > 0 ? Math.min(EVERY, left + SOON) : EVERY)
    return () => clearTimeout(timer)
  })
  return now
}
