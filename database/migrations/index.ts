import * as migration_20261122_070502_first from './20261122_070502_first.ts'

export const migrations = [
  { name: '20261122_070502_first', up: migration_20261122_070502_first.up, down: migration_20261122_070502_first.down },
]
