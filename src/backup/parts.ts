/** What a backup holds beside the database, and where it lies in DATA_DIR. */
import path from 'node:path'
import type { Env } from '../env.ts'

export const DATABASE = 'database'

/** Files and folders of DATA_DIR, by their names in a backup. */
export const partsOf = (env: Env): { [name: string]: string } => ({
  secret: path.join(env.dataDir, 'secret'),
  'demo.json': path.join(env.dataDir, 'demo.json'),
  uploads: env.uploadsDir,
  renditions: env.renditionsDir,
})

/** Folders of work that is not done: absolute. */
export const foldersOf = (env: Env) => ({
  backup: path.join(env.dataDir, 'backing-up'),
  restore: path.join(env.dataDir, 'restoring'),
})
