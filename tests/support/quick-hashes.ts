/**
 * What was hashed once is not hashed again: tests sign the same accounts in, and fail to, hundreds of times, and the work
 * is made to be slow. Each first hash is a real one, and how often hashing is asked for, and with what, stays as it is.
 */
import crypto from 'node:crypto'

/** About as long as the work takes: what happens meanwhile goes on happening meanwhile. */
const AS_LONG_AS_MS = 100

type Done = (error: Error | null, derived: Buffer) => void
type Hash = (
  password: string,
  salt: string,
  iterations: number,
  length: number,
  digest: string,
  done: Done,
) => void

const isQuick = Symbol.for('galley.tests.quick-hashes')

/** For this process. */
export function quickHashes(): void {
  const real = crypto.pbkdf2 as Hash & { [isQuick]?: true }
  if (real[isQuick]) return
  const known = new Map<string, Buffer>()
  const quick: Hash = (password, salt, iterations, length, digest, done) => {
    const key = JSON.stringify([password, salt, iterations, length, digest])
    const derived = known.get(key)
    if (derived) {
      setTimeout(() => done(null, Buffer.from(derived)), AS_LONG_AS_MS)
      return
    }
    real(password, salt, iterations, length, digest, (error, fresh) => {
      if (!error) known.set(key, Buffer.from(fresh))
      done(error, fresh)
    })
  }
  crypto.pbkdf2 = Object.assign(quick, { [isQuick]: true }) as unknown as typeof crypto.pbkdf2
}
