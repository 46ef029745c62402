'use client'
import { useRouter } from 'next/navigation.js'
import { useWhileSeen } from '../use-while-seen.ts'

const EVERY = 15_000

/** Asks the server for the page again while it is seen; what has been typed or opened stays. */
export function KeepFresh() {
  const router = useRouter()
  useWhileSeen(EVERY, () => router.refresh())
  return null
}
