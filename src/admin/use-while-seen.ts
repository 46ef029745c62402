'use client'
import { useEffect, useRef } from 'react'

/** Calls `look` every so often while the page is seen, and as soon as it is seen again; `atOnce`: also to begin with. */
export function useWhileSeen(everyMs: number, look: () => void, atOnce = false): void {
  const latest = useRef(look)
  latest.current = look
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible') latest.current()
    }
    if (atOnce) lookIfSeen()
    const timer = setInterval(lookIfSeen, everyMs)
    document.addEventListener('visibilitychange', lookIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookIfSeen)
    }
  }, [everyMs, atOnce])
}
