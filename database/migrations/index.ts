import * as migration_20261122_075448_first from './20261122_075448_first.ts'

export const migrations = [
  { name: '20261122_075448_first', up: migration_20261122_075448_first.up, down: migration_20261122_075448_first.down },
]
