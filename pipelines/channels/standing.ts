/** How far this process has come with the channels that it keeps by itself. */
import type { Payload } from 'payload'

/** `error`: why it stands still, after that many `failures`; null while it follows. */
export type Standing = { channel: string; seq: number; failures: number; error: string | null }

/** On the instance, not in this module: Next bundles the admin's pages with a copy of the module. */
const STANDINGS = Symbol.for('galley.standings')
type Known = Payload & { [STANDINGS]?: (() => Standing)[] }

/** Says where this process keeps a channel; `read` answers at any time. */
export function keepHere(payload: Payload, read: () => Standing): void {
  const known = payload as Known
  known[STANDINGS] = [...(known[STANDINGS] ?? []), read]
}

/** Of every channel that this process keeps; none where nothing is served. */
export function standingsHere(payload: Payload): Standing[] {
  return ((payload as Known)[STANDINGS] ?? []).map((read) => read())
}
