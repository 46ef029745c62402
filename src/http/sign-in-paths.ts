/** What people call to sign in and out: mostly open to everybody, so it is kept small, quick and rare. */
import type { Request } from 'express'
import { toPath } from './fetch-request.ts'

export type SignInPath = {
  /** Below `/api/users`. */
  name: string
  /** Who may POST it; `writers`: whoever may write at all, and then the endpoint decides. */
  openTo: 'everybody' | 'readers' | 'writers'
  /** From one address in ten minutes. */
  attempts?: { limit: number; onlyFailures: boolean }
}

export const SIGN_IN_PATHS: readonly SignInPath[] = [
  { name: 'login', openTo: 'everybody', attempts: { limit: 50, onlyFailures: true } },
  { name: 'logout', openTo: 'everybody' },
  { name: 'forgot-password', openTo: 'everybody', attempts: { limit: 30, onlyFailures: false } },
  { name: 'reset-password', openTo: 'everybody', attempts: { limit: 30, onlyFailures: true } },
  // It prolongs the session that it is called with.
  { name: 'refresh-token', openTo: 'readers' },
  { name: 'unlock', openTo: 'writers', attempts: { limit: 30, onlyFailures: true } },
]

const byPath = new Map(SIGN_IN_PATHS.map((path) => [`/api/users/${path.name}`, path]))

/** Which of them a request names, whatever its method. */
export function signInPathOf(request: Pick<Request, 'originalUrl'>): SignInPath | undefined {
  return byPath.get(toPath(request))
}
