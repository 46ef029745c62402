/** The pipeline of one process: publisher, consumers and the regular check, started and stopped together. */
import type { Payload } from 'payload'
import { contentTypes } from '../collections/index.ts'
import { applySetAside, type Consumer } from '../pipelines/channels/apply.ts'
import { delivery } from '../pipelines/channels/delivery/index.ts'
import type { Replica } from '../pipelines/channels/delivery/replica.ts'
import { type DeployHookOptions, watchDeployHook } from '../pipelines/channels/deploy-hook/watch.ts'
import { channels } from '../pipelines/channels/registry.ts'
import { createRunner } from '../pipelines/channels/run.ts'
import { createSiteReader } from '../pipelines/channels/site-reader.ts'
import { keepHere } from '../pipelines/channels/standing.ts'
import { isCompacted } from '../pipelines/ledger/entry.ts'
import { readEpoch } from '../pipelines/ledger/meta.ts'
import { onRetry } from '../pipelines/ledger/retry-set-aside.ts'
import { DEPENDENTS, followDependents } from '../pipelines/publish/dependents.ts'
import { onNudge } from '../pipelines/publish/nudge.ts'
import { createPublisher } from '../pipelines/publish/publisher.ts'
import { reconcile } from '../pipelines/publish/reconcile.ts'
import { createReign } from '../pipelines/publish/reign.ts'
import { knowTypes, onUnsaved } from '../pipelines/publish/unsaved.ts'
import { watchSchedule } from '../pipelines/publish/watch-schedule.ts'
import type { Env } from './env.ts'
import { watchPlannedPosts } from './planned-posts.ts'
import { createSweeper } from './sweeper.ts'
import { unsavedItem } from './unsaved-item.ts'

export type Galley = {
  /** Begins to publish what is saved from now on. */
  listen(): Promise<void>
  /** The same, runs the channels, and checks once everything that is published already. */
  start(): Promise<void>
  /** Resolves when everything saved so far stands in every channel. */
  settled(): Promise<void>
  /** Finishes what runs. */
  stop(): Promise<void>
  /** The ledger's identity. */
  epoch(): Promise<string>
  /** Slugs of everything that reads the ledger with a cursor that stands in the database. */
  consumers: string[]
  /** What the delivery API reads; null where nothing is served. */
  replica: Replica | null
}

type Parts = {
  beatMs?: number
  sweepAfterMs?: number
  replica?: Replica | null
  deployHook?: DeployHookOptions
}

/**
 * Idle until `start()`. With role `web` it publishes what is saved here; consumers and the check are the worker's.
 * `beatMs`: how often it says that it lives. `sweepAfterMs`: how long after the start it tidies the folders of pictures. `replica`: what it serves from; absent for role `worker` and for commands.
 */
export function createGalley(
  payload: Payload,
  env: Env,
  { beatMs, sweepAfterMs, replica = null, deployHook }: Parts = {},
): Galley {
  const types = new Map(contentTypes.map((type) => [type.collection, type]))
  const addresses = { siteUrl: env.siteUrl, publicUrl: env.publicUrl }
  const folders = { uploads: env.uploadsDir, renditions: env.renditionsDir }
  const reign = createReign({ payload, addresses, ...(beatMs ? { beatMs } : {}), onTakenOver: checkSoon })
  const publisher = createPublisher({
    payload,
    reign,
    types,
    addresses,
    folders,
    onAppended: () => {
      replica?.wake()
      runner.wake()
    },
  })
  const consumers: Consumer[] = [
    {
      slug: DEPENDENTS,
      // It publishes, and may make pictures.
      isWhole: () => false,
      consume: (entries, signal) =>
        followDependents(entries, { payload, publisher, reign, addresses, signal }),
      isPaused: async () => (await reign.standing()) === 'following',
    },
    ...channels.map((channel): Consumer => {
      const siteFor = createSiteReader(payload)
      return {
        slug: channel.slug,
        isWhole: (entries) => channel.kind !== 'effect' && !entries.some((entry) => channel.isLong?.(entry)),
        consume: async (entries, signal) => {
          const site = await siteFor(entries)
          if (!site)
            throw new Error(
              `[channel:${channel.slug}] the ledger has entries but no settings: start Galley once`,
            )
          // Projections want to know in which order things came; for others only words are worth a look.
          const told = channel.kind === 'projection' ? entries : entries.filter((one) => !isCompacted(one))
          await channel.consume(told, { payload, site, types, signal })
        },
      }
    }),
  ]
  const runner = createRunner(payload, consumers)
  const sweeper = createSweeper(payload, folders, sweepAfterMs)
  const clock = watchSchedule({ payload, types: types.keys(), remind: publisher.remind })
  const plannedPosts = watchPlannedPosts(payload)
  const hook = watchDeployHook(payload, deployHook)
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  let checking: Promise<void> = Promise.resolve()

  async function check() {
    try {
      const { derived } = await reconcile({
        payload,
        types,
        publisher,
        addresses,
        reign,
        isStopping: () => stopping,
      })
      payload.logger.debug({ msg: 'reconcile.done', derived })
    } catch (err) {
      payload.logger.error({ err, msg: 'reconcile.failed' })
    }
    if (stopping) return
    timer = setTimeout(() => {
      checking = check()
    }, env.reconcileSeconds * 1000)
    timer.unref()
  }

  function checkSoon() {
    checking = checking.then(() => {
      clearTimeout(timer)
      return stopping ? undefined : check()
    })
  }

  async function listen() {
    await readEpoch(payload)
    onNudge(payload, (nudge) => publisher.enqueue(nudge))
    onRetry(payload, (id) => applySetAside(payload, consumers, id))
    knowTypes(payload, types)
    onUnsaved(payload, (form) => unsavedItem({ payload, types, addresses, folders }, form))
  }

  return {
    listen,
    async start() {
      await listen()
      sweeper.start()
      if (replica) keepHere(payload, () => ({ channel: delivery.slug, ...replica.standing() }))
      await replica?.start(payload)
      if (env.role === 'web') return
      await reign.claim()
      runner.start()
      clock.start()
      plannedPosts.start()
      hook.start()
      checking = check()
      await checking
    },
    async settled() {
      // Without transactions a nudge comes after the current operation.
      await new Promise((resolve) => setImmediate(resolve))
      await checking
      await publisher.idle()
      await runner.caughtUp()
      await replica?.caughtUp()
    },
    async stop() {
      stopping = true
      clearTimeout(timer)
      await sweeper.stop()
      await checking
      await clock.stop()
      await plannedPosts.stop()
      await hook.stop()
      await publisher.close()
      await runner.stop()
      await replica?.stop()
      await reign.stop()
    },
    epoch: () => readEpoch(payload),
    consumers: consumers.map(({ slug }) => slug),
    replica,
  }
}
