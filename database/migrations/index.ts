import * as migration_20261122_064618_first from './20261122_064618_first.ts'

export const migrations = [
  { name: '20261122_064618_first', up: migration_20261122_064618_first.up, down: migration_20261122_064618_first.down },
]
