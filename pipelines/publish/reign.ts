/**
 * Which processes derive, when two versions of Galley, or two sets of addresses, work on one database for a while
 * (a rolling deploy). The higher version reigns; of the same, whoever started last. The others follow: they publish
 * what is saved through them, and leave the rest alone, so that nothing is derived back. Of the same version they
 * take over when those who reign are gone, and give way when those come back.
 */
import type { Payload } from 'payload'
import { type Fingerprint, readBeat, readFingerprint, saveBeat, saveFingerprint } from '../ledger/meta.ts'

/** Raise it when the same document gives another item than before: everything is then derived again. */
export const DERIVATION_VERSION = 4

/** How often those who reign say that they live, in ms. */
const BEAT_MS = 5_000

/** Beats without a word after which they are gone: those who said so may not have been the only ones. */
const BEATS_OF_SILENCE = 6
const BEATS_AFTER_GOODBYE = 2

export type Addresses = { siteUrl: string; publicUrl: string }

/** `deputy`: those who reign are gone (a deploy that was taken back). A lower version works on, and derives nothing back. */
export type Standing = 'reigning' | 'following' | 'deputy'

export type Reign = {
  /**
   * Takes over unless a higher version reigns, now and whenever those who reign are gone. For processes that run the
   * channels.
   */
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

/** `onTakenOver`: it reigns from now on, and did not before; what others have derived is to be derived again. */
export function createReign(options: {
  payload: Payload
  addresses: Addresses
  version?: number
  beatMs?: number
  onTakenOver?(): void
}): Reign {
  const { payload, addresses, version = DERIVATION_VERSION, beatMs = BEAT_MS, onTakenOver } = options
  const { siteUrl, publicUrl } = addresses
  const key = fingerprintKey(addresses, version)
  /** When the reign of those with this key began. */
  let since = 0
  let seen: { beat: string | null; at: number } | null = null
  let timer: NodeJS.Timeout | undefined
  let beating: Promise<void> = Promise.resolve()

  const sayAlive = () => saveBeat(payload, key, `${Date.now()} ${Math.random()}`)

  async function save() {
    // First, or others would see a reign that has been silent for long.
    await sayAlive()
    await saveFingerprint(payload, { siteUrl, publicUrl, version, since })
  }

  async function beat() {
    const known = await readFingerprint(payload)
    if (!known || keyOf(known) !== key) return
    since = known.since ?? since
    await sayAlive()
  }

  async function takeOver() {
    const known = await readFingerprint(payload)
    if (!known || keyOf(known) === key || known.version > version) return
    // Those who were taken for gone, and only stood still, have their place back.
    const isOwnPlace = known.version < version || (known.since ?? 0) < since
    if (!isOwnPlace && (await standing()) !== 'deputy') return
    await save()
    payload.logger.info({ msg: 'reign.taken_over', from: keyOf(known) })
    onTakenOver?.()
  }

  async function standing(): Promise<Standing> {
    const known = await readFingerprint(payload)
    if (!known || keyOf(known) === key) return 'reigning'
    const beat = await readBeat(payload, keyOf(known))
    // By this process's own clock: those of machines differ.
    if (!seen || seen.beat !== beat) seen = { beat, at: performance.now() }
    const patience = beatMs * (beat === null ? BEATS_AFTER_GOODBYE : BEATS_OF_SILENCE)
    return performance.now() - seen.at < patience ? 'following' : 'deputy'
  }

  function beatAgain() {
    timer = setTimeout(() => {
      beating = takeOver()
        .then(beat)
        .catch((err) => payload.logger.warn({ err, msg: 'reign.beat_failed' }))
        .then(() => timer && beatAgain())
    }, beatMs)
    timer.unref()
  }

  return {
    async claim() {
      const known = await readFingerprint(payload)
      const isOlder = known !== null && known.version > version
      if (!isOlder && (!known || keyOf(known) !== key)) {
        since = Math.max(Date.now(), (known?.since ?? 0) + 1)
        await save()
      }
      await beat()
      beatAgain()
    },
    standing,
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
