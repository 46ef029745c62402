import type { Channel } from '../channels/channel.ts'

/**
 * In which order a copy is made while others write, where nothing holds the database still. Cursors first, then what
 * they stand for, then the ledger: a row that is older than the ledger is brought up to date at the next start, one
 * that is newer would refuse the entries to come. Documents last: the check at start finds what is not published.
 */
export function backupOrder(channels: readonly Pick<Channel, 'collections'>[]) {
  return {
    first: [
      'ledger-cursors',
      ...channels.flatMap(({ collections }) => collections.map(({ slug }) => slug)),
      'ledger-items',
      'ledger-dependencies',
      'publications',
    ],
    growing: { publications: 'seq' },
  }
}
