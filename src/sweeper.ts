/** Tidies the folders of pictures: soon after the start and once a day. */
import type { Payload } from 'payload'
import { restoreOriginals } from '../media/kept-original.ts'
import { sweepRenditions } from '../media/sweep.ts'
import { cardsInUse } from '../pipelines/channels/linkedin/cards-in-use.ts'
import { renditionsInUse } from '../pipelines/publish/renditions-in-use.ts'

const DAY_MS = 86_400_000

/** It asks for every picture, and at the start others have to be answered. */
const FIRST_AFTER_MS = 60_000

/** Between making a rendition and saving that its picture has it, and then some. */
const GRACE_MS = 3_600_000

export type Sweeper = { start(): void; stop(): Promise<void> }

/**
 * `folders`: absolute. Originals that a crash has left under their second name are put back at the start; everything
 * else waits for `firstAfterMs`.
 */
export function createSweeper(
  payload: Payload,
  folders: { uploads: string; renditions: string },
  firstAfterMs = FIRST_AFTER_MS,
): Sweeper {
  let first: NodeJS.Timeout | undefined
  let daily: NodeJS.Timeout | undefined
  let tidying: Promise<void> = Promise.resolve()

  function tidy(work: (before: Date) => Promise<void>) {
    tidying = tidying
      .then(() => work(new Date(Date.now() - GRACE_MS)))
      .catch((err: unknown) => payload.logger.error({ err, msg: 'media.sweep_failed' }))
  }

  const putBack = (before: Date) => restoreOriginals({ directory: folders.uploads, before, isNeeded })

  async function sweep(before: Date) {
    await putBack(before)
    const swept = await sweepRenditions({ directory: folders.renditions, before, inUse })
    if (swept.files > 0) payload.logger.info({ msg: 'media.swept', ...swept })
  }

  async function inUse() {
    return new Set([...(await renditionsInUse(payload)), ...(await cardsInUse(payload))])
  }

  async function isNeeded(filename: string) {
    const where = { filename: { equals: filename } }
    return (await payload.count({ collection: 'media', where, trash: true })).totalDocs > 0
  }

  return {
    start() {
      tidy(putBack)
      first = setTimeout(() => tidy(sweep), firstAfterMs).unref()
      daily = setInterval(() => tidy(sweep), DAY_MS).unref()
    },
    async stop() {
      clearTimeout(first)
      clearInterval(daily)
      await tidying
    },
  }
}
