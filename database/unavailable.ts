import { isTransient } from './whole-operation.ts'

const NAMES =
  /^(DatabaseBusyError|Mongo(Network|ServerSelection|NotConnected|PoolCleared|WriteConcern|Topology)\w*)$/
const CODES = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|CANTOPEN|READONLY|PROTOCOL)/

/** Whether the database itself is at fault (busy, full, broken, gone), and not what was to be written. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { name, code, cause } = error as Error & { code?: unknown }
  return NAMES.test(name) || CODES.test(String(code)) || isTransient(error) || isUnavailable(cause)
}
