import { migrations } from '../../database/migrations/index.ts'
import { DERIVATION_VERSION } from '../../pipelines/publish/reign.ts'
import type { Env } from '../env.ts'
import type { Known } from './manifest.ts'

/** What this program can read. */
export const knownHere = ({ database }: Pick<Env, 'database'>): Known => ({
  database,
  schema: migrations.map(({ name }) => name),
  derivation: DERIVATION_VERSION,
})
