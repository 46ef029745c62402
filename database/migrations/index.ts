import * as migration_20261122_063616_first from './20261122_063616_first.ts'

export const migrations = [
  { name: '20261122_063616_first', up: migration_20261122_063616_first.up, down: migration_20261122_063616_first.down },
]
