/**
 * The environment: the only module that reads (or completes) `process.env`. Everything is optional and has
 * a working default; `.env.example` has a line for each variable.
 */
import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'

const address = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `must be an http(s) address such as ${example}` })
    .refine((value) => !/[?#]/.test(value), 'must have no query and no fragment')
    .transform((value) => value.replace(/\/+$/, ''))

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` })

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`)

const PROXY = /^(loopback|linklocal|uniquelocal|[\da-f.:]+(\/\d{1,3})?)$/i

/** Express's values that name somebody; `true` would believe anyone's X-Forwarded-For. */
const proxies = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine(
    (parts) =>
      (parts.length === 1 && /^[1-9]$/.test(parts[0] ?? '')) ||
      parts.every(
        (part) => PROXY.test(part) && (/^[a-z]+$/i.test(part) || isIP(part.replace(/\/.*/, '')) > 0),
      ),
    'must be the number of proxies (1 to 9) or their addresses, e.g. loopback or 10.0.0.0/8,172.16.0.1',
  )
  .transform((parts) => (/^\d$/.test(parts[0] ?? '') ? Number(parts[0]) : parts))

const schema = z
  .object({
    PORT: wholeNumber(0, 65535).default(3000),
    HOST: z.string().default('0.0.0.0'),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: z
      .string()
      .regex(
        /^(file:.|mongodb(\+srv)?:\/\/.)/,
        'must begin with file: (SQLite) or mongodb:// (MongoDB), e.g. file:./galley.db',
      )
      .optional(),
    PUBLIC_URL: address('https://cms.example.com').optional(),
    SITE_URL: address('https://www.example.com').optional(),
    PAYLOAD_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
    ADMIN_EMAIL: z.email('must be an e-mail address').default('admin@galley.local'),
    ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
    TRUST_PROXY: proxies.optional(),
    SMTP_URL: z
      .url({
        protocol: /^smtps?$/,
        hostname: /./,
        error: 'must be smtp://user:password@host:port, or smtps:// for TLS at once',
      })
      .optional(),
    MAIL_FROM: z.email('must be an e-mail address').optional(),
    RECONCILE_SECONDS: wholeNumber(1, 86_400).default(300),
    ROLE: oneOf(['all', 'web', 'worker']).default('all'),
    ADMIN_UI: oneOf(['on', 'off']).default('on'),
    GALLEY_DEMO: oneOf(['on', 'off']).default('on'),
    LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .superRefine((value, context) => {
    if (value.DATABASE_URL?.startsWith('mongodb') && !value.PAYLOAD_SECRET) {
      context.addIssue({
        code: 'custom',
        path: ['PAYLOAD_SECRET'],
        message: 'is required with MongoDB, where instances share it: set the same random text on each',
      })
    }
  })

export type Env = {
  port: number
  host: string
  /** Absolute. Everything written at run time lives below it. */
  dataDir: string
  /** Where originals of uploaded pictures are kept; absolute. */
  uploadsDir: string
  /** Where renditions are kept; absolute. */
  renditionsDir: string
  /** `file:` + absolute path, or `mongodb://…`. */
  databaseUrl: string
  database: 'sqlite' | 'mongodb'
  /** Galley's own address, without a trailing slash. */
  publicUrl: string
  /** Neither PUBLIC_URL nor SITE_URL was set. */
  isAddressAssumed: boolean
  /** Origins beside `publicUrl` under which a browser on this machine may open the admin. */
  ownOrigins: string[]
  /** The website that shows the items, without a trailing slash. */
  siteUrl: string
  /** Empty until `ensureSecret` has run (`next build` needs none). */
  secret: string
  adminEmail: string
  adminPassword: string | undefined
  /** Whose X-Forwarded-* headers are believed: hops from here, or addresses. */
  trustProxy: number | string[] | false
  /** `smtp(s)://…`, with its password; absent: Galley sends no mail. */
  smtpUrl: string | undefined
  mailFrom: string
  reconcileSeconds: number
  role: 'all' | 'web' | 'worker'
  adminUi: boolean
  /** Whether demo content may enter a database that this program has just made. */
  demo: boolean
  logLevel: string
  /** NODE_ENV=development: Next compiles on demand. */
  dev: boolean
}

/** Every fault of the environment at once; `message` is fit to print as it is. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/**
 * Reads and validates the environment.
 * @throws EnvError naming every variable at fault and what to do.
 */
export function readEnv(source: { [name: string]: string | undefined } = process.env): Env {
  // An empty variable (`PORT=` in a compose file) means the same as an absent one.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
    throw new EnvError(
      `The environment has ${faults.length === 1 ? 'a fault' : 'faults'}:\n${faults.join('\n')}`,
    )
  }
  const value = parsed.data
  const dataDir = path.resolve(value.DATA_DIR)
  const file = value.DATABASE_URL ?? `file:${path.join(dataDir, 'galley.db')}`
  const publicUrl = value.PUBLIC_URL ?? `http://localhost:${value.PORT}`
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir,
    uploadsDir: path.join(dataDir, 'uploads'),
    renditionsDir: path.join(dataDir, 'renditions'),
    databaseUrl: file.startsWith('file:') ? `file:${path.resolve(file.slice('file:'.length))}` : file,
    database: file.startsWith('file:') ? 'sqlite' : 'mongodb',
    publicUrl,
    isAddressAssumed: !value.PUBLIC_URL && !value.SITE_URL,
    ownOrigins: value.PUBLIC_URL ? [] : [`http://127.0.0.1:${value.PORT}`],
    siteUrl: value.SITE_URL ?? publicUrl,
    secret: value.PAYLOAD_SECRET ?? '',
    adminEmail: value.ADMIN_EMAIL,
    adminPassword: value.ADMIN_PASSWORD,
    trustProxy: value.TRUST_PROXY ?? false,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM ?? `galley@${new URL(publicUrl).hostname}`,
    reconcileSeconds: value.RECONCILE_SECONDS,
    role: value.ROLE,
    adminUi: value.ADMIN_UI === 'on' && value.ROLE !== 'worker',
    demo: value.GALLEY_DEMO === 'on' && !value.DATABASE_URL && !value.SITE_URL,
    logLevel: value.LOG_LEVEL,
    dev: source.NODE_ENV === 'development',
  }
}

/** The origins (scheme, host, port) under which a browser opens Galley; a request from another is foreign. */
export function originsOf(env: Pick<Env, 'publicUrl' | 'ownOrigins'>): string[] {
  return [...new Set([new URL(env.publicUrl).origin, ...env.ownOrigins])]
}

/**
 * Puts what the program made for itself (the secret kept in DATA_DIR) where every copy of the configuration
 * reads it: Next bundles one of its own.
 */
export function completeEnv(values: { PAYLOAD_SECRET: string }): void {
  Object.assign(process.env, values)
}

/** Takes variables from a `.env` file in the working directory, if there is one; set variables win. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
