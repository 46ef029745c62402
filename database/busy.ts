import { APIError } from 'payload'

/** The database could not be written in time; nothing was changed. Over HTTP: 503 with `message`. */
export class DatabaseBusyError extends APIError {
  override name = 'DatabaseBusyError'
  constructor(message: string, cause?: unknown) {
    super(message, 503, null, true)
    this.cause = cause
  }
}
