/**
 * Which processes derive, when two versions of Galley, or two sets of addresses, work on one database for a while
 * (a rolling deploy). The higher version reigns; of the same, whoever started last. The others follow: they publish
 * what is saved through them, and leave the rest alone, so that nothing is derived back.
 */
import type { Payload } from 'payload'
import { type Fingerprint, readBeat, readFingerprint, saveBeat, saveFingerprint } from '../ledger/meta.ts'

/** Raise it when the same document gives another item than before: everything is then derived again. */
export const DERIVATION_VERSION = 1

/** How often those who reign say that they live, in ms. */
const BEAT_MS = 5_000

/** Beats without a word after which they are gone: those who said so may not have been the only ones. */
const BEATS_OF_SILENCE = 6
const BEATS_AFTER_GOODBYE = 2

export type Addresses = { siteUrl: string; publicUrl: string }

/** `deputy`: those who reign are gone (a deploy that was taken back). It works on, and derives nothing back. */
export type Standing = 'reigning' | 'following' | 'deputy'

export type Reign = {
  /** Takes over unless a higher version reigns. For processes that run the channels. */
  claim(): Promise<void>
  /** Read anew at each call. */
  standing(): Promise<Standing>
  /** Says that this process is gone. */
  stop(): Promise<void>
}

/** As it stands in an item's stamps. */
export function fingerprintKey({ siteUrl, publicUrl }: Addresses, version = DERIVATION_VERSION): string {
  return `${version} ${siteUrl} ${publicUrl}`
}

const keyOf = (known: Fingerprint) => fingerprintKey(known, known.version)

export function createReign(options: {
  payload: Payload
  addresses: Addresses
  version?: number
  beatMs?: number
}): Reign {
  const { payload, addresses, version = DERIVATION_VERSION, beatMs = BEAT_MS } = options
  const key = fingerprintKey(addresses, version)
  let seen: { beat: string | null; at: number } | null = null
  let timer: NodeJS.Timeout | undefined
  let beating: Promise<void> = Promise.resolve()

  async function beat() {
    const known = await readFingerprint(payload)
    if (known && keyOf(known) === key) await saveBeat(payload, key, `${Date.now()} ${Math.random()}`)
  }

  function beatAgain() {
    timer = setTimeout(() => {
      beating = beat()
        .catch((err) => payload.logger.warn({ err, msg: 'reign.beat_failed' }))
        .then(() => timer && beatAgain())
    }, beatMs)
    timer.unref()
  }

  return {
    async claim() {
      const { siteUrl, publicUrl } = addresses
      const known = await readFingerprint(payload)
      const isOlder = known !== null && known.version > version
      if (!isOlder && (!known || keyOf(known) !== key))
        await saveFingerprint(payload, { siteUrl, publicUrl, version })
      await beat()
      beatAgain()
    },
    async standing() {
      const known = await readFingerprint(payload)
      if (!known || keyOf(known) === key) return 'reigning'
      const beat = await readBeat(payload, keyOf(known))
      // By this process's own clock: those of machines differ.
      if (!seen || seen.beat !== beat) seen = { beat, at: performance.now() }
      const patience = beatMs * (beat === null ? BEATS_AFTER_GOODBYE : BEATS_OF_SILENCE)
      return performance.now() - seen.at < patience ? 'following' : 'deputy'
    },
    async stop() {
      if (!timer) return
      clearTimeout(timer)
      timer = undefined
      await beating
      const known = await readFingerprint(payload)
      if (known && keyOf(known) === key) await saveBeat(payload, key, null)
    },
  }
}
