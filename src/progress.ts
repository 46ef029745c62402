/** A progress bar on a terminal, nothing in a pipe. */
import { Presets, SingleBar } from 'cli-progress'

export type Progress = { done: number; total: number; label?: string }

/** Draws on stderr, from the first `update`; `stop` wipes it. */
export function progressBar(title: string): { update(progress: Progress): void; stop(): void } {
  if (!process.stderr.isTTY) return { update() {}, stop() {} }
  const format = `  ${title}  {bar}  {value}/{total}  {eta_formatted}  {label}`
  const bar = new SingleBar(
    { format, stream: process.stderr, clearOnComplete: true, hideCursor: true },
    Presets.rect,
  )
  let started = false
  return {
    update({ done, total, label = '' }) {
      if (!started) bar.start(total, done, { label })
      started = true
      bar.setTotal(total)
      bar.update(done, { label })
    },
    stop() {
      if (started) bar.stop()
    },
  }
}
