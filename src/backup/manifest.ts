/** The first file of a backup: what it is a backup of, and which Galley can read it. */
import type { Env } from '../env.ts'

/** The archive's layout. Raise it when an older Galley could not restore what this one writes. */
const LAYOUT = 1

export const MANIFEST = 'manifest.json'

export type Manifest = {
  galleyBackup: number
  /** ISO 8601 in UTC. */
  madeAt: string
  database: Env['database']
  /** Names of the migrations that its program knew, oldest first. */
  schema: string[]
  /** What its program derived items with. */
  derivation: number
}

/** What this program knows. */
export type Known = Pick<Manifest, 'database' | 'schema' | 'derivation'>

export function toManifest(known: Known, now: Date): Manifest {
  return { galleyBackup: LAYOUT, madeAt: now.toISOString(), ...known }
}

/** The manifest that `text` is; null when it is none. */
export function parseManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null
    const isOne = typeof value?.galleyBackup === 'number' && Array.isArray(value.schema)
    return isOne ? (value as Manifest) : null
  } catch {
    return null
  }
}

/** Why this program cannot restore it, in a sentence that follows "FILE "; null: it can. */
export function whyNot(manifest: Manifest, known: Known): string | null {
  const foreign = manifest.schema.filter((name) => !known.schema.includes(name)).at(-1)
  if (manifest.galleyBackup > LAYOUT || foreign || manifest.derivation > known.derivation) {
    return `was made by a newer Galley${foreign ? ` (migration ${foreign})` : ''}: restore it with that version.`
  }
  if (manifest.database !== known.database) {
    const name = { sqlite: 'SQLite', mongodb: 'MongoDB' }
    return `is of a ${name[manifest.database]} database, and DATABASE_URL names ${name[known.database]}: change DATABASE_URL, or take content over with "npm run export" and "npm run import".`
  }
  return null
}
