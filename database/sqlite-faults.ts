/** What SQLite's errors say, by their codes: leans on nothing, for those who run before Payload is loaded. */

/** Others have numbers (DOMException), or none. */
const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '')

/** Whether another connection is in the way. */
export const isBusy = (error: unknown) => codeOf(error).startsWith('SQLITE_BUSY')

/** Whether a file is none of SQLite's own, or not whole: a disk has failed, or somebody has written into it. */
export const isDamaged = (error: unknown) => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error))
