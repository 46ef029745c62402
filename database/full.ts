import { APIError } from 'payload'

/** MongoDB's OutOfDiskSpace. */
const OUT_OF_DISK_SPACE = 14_031

/** The database's disk is full; nothing was changed. Over HTTP: 507 with `message`. */
class DatabaseFullError extends APIError {
  override name = 'DatabaseFullError'
  constructor(cause: unknown) {
    super(
      '[database] The disk of the database is full: nothing was changed. Make room, and try again.',
      507,
      null,
      true,
    )
    this.cause = cause
  }
}

/** What to throw for what a write threw: drizzle and mongoose wrap the database's own words. */
export function namingFullDisk(error: unknown): unknown {
  return isFullDisk(error) ? new DatabaseFullError(error) : error
}

function isFullDisk(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DatabaseFullError) return false
  const { code, cause } = error as Error & { code?: unknown }
  return code === 'SQLITE_FULL' || code === OUT_OF_DISK_SPACE || isFullDisk(cause)
}
