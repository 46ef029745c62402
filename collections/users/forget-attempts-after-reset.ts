import type { CollectionAfterOperationHook } from 'payload'
import { forgetAttempts } from './lockout.ts'
import { toAccountName } from './user-row.ts'

/** Whoever has just set a new password may sign in with it, however many guesses came before. */
export const forgetAttemptsAfterReset: CollectionAfterOperationHook = async ({ operation, req, result }) => {
  if (operation === 'resetPassword') {
    const { user } = result as { user?: { email?: string } }
    await forgetAttempts(req.payload, 'sign-in', toAccountName(user?.email))
  }
  return result
}
