/** `npm run rebuild -- [CHANNEL]`: projections built again from the ledger's first entry, also while Galley runs. */
import { parseArgs } from 'node:util'
import { rebuildStore } from '../../pipelines/channels/delivery/rebuild.ts'
import { rebuild, whyNotRebuilt } from '../../pipelines/channels/rebuild.ts'
import { channels, localChannels } from '../../pipelines/channels/registry.ts'
import { bootPayload, closePayload, prepare, StartError } from '../boot.ts'
import { withScratch } from '../scratch.ts'
import { interruption, quiet, run, underBar } from './run.ts'

async function main(): Promise<number> {
  const [name, ...others] = parseArgs({ allowPositionals: true }).positionals
  if (others.length > 0) {
    process.stderr.write('Usage: npm run rebuild -- [CHANNEL]\n')
    return 1
  }
  const chosen = choose(name)
  const signal = interruption('Stopping: what is served stays as it is.')
  const env = quiet(await prepare())
  const payload = await bootPayload(env)
  try {
    return await underBar('Rebuilding', signal, async (bar) => {
      for (const channel of chosen) {
        const options = { payload, signal, onProgress: bar.update }
        const result =
          'isLocal' in channel
            ? await rebuildStore({ ...options, folder: env.dataDir })
            : await withScratch(env, (scratch) => rebuild({ ...options, scratch, channel }))
        bar.stop()
        report(channel.slug, result)
      }
      return 0
    })
  } finally {
    await closePayload(payload)
  }
}

function report(slug: string, { entries, mended }: { entries: number; mended?: number }): void {
  const found =
    mended === undefined
      ? 'every row was made anew'
      : mended === 0
        ? 'every row was right'
        : `${mended} rows were wrong, and are mended`
  process.stdout.write(`${slug}: ${entries} entries read, ${found}\n`)
}

/** @throws StartError for a channel that there is not, or that is never rebuilt. */
function choose(name: string | undefined) {
  const all = [...localChannels, ...channels]
  const projections = all.filter((channel) => whyNotRebuilt(channel) === null)
  if (name === undefined) return projections
  const channel = all.find(({ slug }) => slug === name)
  const names = projections.map(({ slug }) => slug).join(', ')
  if (!channel) throw new StartError(`There is no channel "${name}". These can be rebuilt: ${names}.`)
  const reason = whyNotRebuilt(channel)
  if (reason) throw new StartError(`${reason} These can be rebuilt: ${names}.`)
  return [channel]
}

run(main)
