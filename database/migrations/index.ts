import * as migration_20261122_081139_first from './20261122_081139_first.ts'
import * as migration_20261122_101836_trust from './20261122_101836_trust.ts'
import * as migration_20261122_142619_feeds_and_faults from './20261122_142619_feeds_and_faults.ts'
import * as migration_20261122_174530_linkedin from './20261122_174530_linkedin.ts'
import * as migration_20261122_212132_linkedin_accent from './20261122_212132_linkedin_accent.ts'
import * as migration_20261123_002742_delivery_by_itself from './20261123_002742_delivery_by_itself.ts'

export const migrations = [
  { name: '20261122_081139_first', up: migration_20261122_081139_first.up, down: migration_20261122_081139_first.down },
  { name: '20261122_101836_trust', up: migration_20261122_101836_trust.up, down: migration_20261122_101836_trust.down },
  { name: '20261122_142619_feeds_and_faults', up: migration_20261122_142619_feeds_and_faults.up, down: migration_20261122_142619_feeds_and_faults.down },
  { name: '20261122_174530_linkedin', up: migration_20261122_174530_linkedin.up, down: migration_20261122_174530_linkedin.down },
  { name: '20261122_212132_linkedin_accent', up: migration_20261122_212132_linkedin_accent.up, down: migration_20261122_212132_linkedin_accent.down },
  { name: '20261123_002742_delivery_by_itself', up: migration_20261123_002742_delivery_by_itself.up, down: migration_20261123_002742_delivery_by_itself.down },
]
