/** What the log says, and what it never says. All but a leaf: the configuration and the HTTP side both lean on it. */
import { createContext } from '../database/context.ts'

const current = createContext<string>()

/** Runs `run` so that each line logged meanwhile holds the request's id, until `onEnd` calls back. */
export const withRequestId = current.until

const SECRET_FIELDS = [
  'password',
  'confirm-password',
  'token',
  'refreshedToken',
  'apiKey',
  'apiKeyIndex',
  'hash',
  'salt',
  'secret',
  'resetPasswordToken',
  'authorization',
  'cookie',
  'link',
]

/** Options for pino: JSON lines with the request's id and without secrets. */
export const loggerOptions = (level: string) => ({
  level,
  name: 'galley',
  mixin: () => {
    const requestId = current.get()
    return requestId ? { requestId } : {}
  },
  redact: {
    paths: SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]),
    censor: '***',
  },
  serializers: { err: toLoggedError, error: toLoggedError },
  hooks: {
    logMethod(this: unknown, args: unknown[], method: (...args: never[]) => void) {
      method.apply(this, toLoggedArguments(args) as never)
    },
  },
})

/** pino takes an error's message for the line's own, past every serializer. */
function toLoggedArguments([first, ...rest]: unknown[]): unknown[] {
  if (typeof first === 'string') return [withoutSecrets(first), ...rest]
  if (first instanceof Error)
    return [{ err: first }, rest[0] ?? withoutSecrets(first.message), ...rest.slice(1)]
  const { err, msg } = (first ?? {}) as { err?: unknown; msg?: unknown }
  if (err instanceof Error && msg === undefined && rest.length === 0)
    return [first, withoutSecrets(err.message)]
  return [first, ...rest]
}

/**
 * An error as the log shows it: only members that are known to hold no one's data. Others do: a failed query
 * holds its values (hashes, tokens), a validation error what was typed.
 */
export function toLoggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { code, status, responseCode, command } = error as { [member: string]: unknown } & Error
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(responseCode === undefined ? {} : { responseCode }),
    ...(command === undefined ? {} : { command }),
    stack: withoutSecrets(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: toLoggedError(error.cause) }),
  }
}

/** Masks the values of a failed query, passwords in addresses, and links that set a password. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/g, '\nparams: ***')
    .replace(/(\/\/[^:/@\s]*:)[^@\s]*@/g, '$1***@')
    .replace(/(\/admin\/reset\/)[^\s"'?]+/g, '$1***')
}
