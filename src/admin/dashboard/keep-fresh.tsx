'use client'
import { useRouter } from 'next/navigation.js'
import { useEffect } from 'react'

const EVERY = 15_000

/** Asks the server for the page again while it is seen; what has been typed or opened stays. */
export function KeepFresh() {
  const router = useRouter()
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && router.refresh()
    const timer = setInterval(look, EVERY)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [router])
  return null
}
