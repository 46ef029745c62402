/** Tidies the folders of pictures, at start and once a day. */
import type { Payload } from 'payload'
import { restoreOriginals } from '../media/kept-original.ts'
import { sweepRenditions } from '../media/sweep.ts'
import { cardsInUse } from '../pipelines/channels/linkedin/cards-in-use.ts'
import { renditionsInUse } from '../pipelines/publish/renditions-in-use.ts'

const DAY_MS = 86_400_000

/** Between making a rendition and saving that its picture has it, and then some. */
const GRACE_MS = 3_600_000

export type Sweeper = { start(): void; stop(): Promise<void> }

/** `folders`: absolute. */
export function createSweeper(payload: Payload, folders: { uploads: string; renditions: string }): Sweeper {
  let timer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> = Promise.resolve()

  async function sweep() {
    try {
      const before = new Date(Date.now() - GRACE_MS)
      await restoreOriginals({ directory: folders.uploads, before, isNeeded })
      const directory = folders.renditions
      const swept = await sweepRenditions({ directory, before, inUse })
      if (swept.files > 0) payload.logger.info({ msg: 'media.swept', ...swept })
    } catch (err) {
      payload.logger.error({ err, msg: 'media.sweep_failed' })
    }
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
      sweeping = sweep()
      timer = setInterval(() => {
        sweeping = sweep()
      }, DAY_MS)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      await sweeping
    },
  }
}
