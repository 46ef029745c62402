import * as migration_20261122_081139_first from './20261122_081139_first.ts'

export const migrations = [
  { name: '20261122_081139_first', up: migration_20261122_081139_first.up, down: migration_20261122_081139_first.down },
]
