/** A progress bar on a terminal, nothing in a pipe. */
import { type Params, Presets, SingleBar } from 'cli-progress'

export type Progress = { done: number; total: number; label?: string }

/** Values that the estimate looks back on: files differ in length, a short look back would make it jump. */
const ESTIMATE_OVER = 50
const MOST_FRAMES_A_SECOND = 10
const BAR_WIDTH = 24
const WIDEST_LABEL = 40

/**
 * Draws on `stream`, from the first `update`: `Importing ████ 240/1000 24% 12s left articles/x`. `stop` wipes it; so
 * does the end of the process, whatever ends it.
 */
export function progressBar(
  title: string,
  stream: NodeJS.WriteStream = process.stderr,
): { update(progress: Progress): void; stop(): void } {
  if (!stream.isTTY) return { update() {}, stop() {} }
  const bar = new SingleBar(
    {
      format: (_options, params, payload: { label?: string }) => line(title, params, payload.label ?? ''),
      stream,
      fps: MOST_FRAMES_A_SECOND,
      // A synchronous driver gives timers no turn: the bar is drawn as it is told, within its rate.
      synchronousUpdate: true,
      etaBuffer: ESTIMATE_OVER,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.rect,
  )
  let isStarted = false
  const stop = () => {
    process.off('exit', stop)
    if (isStarted) bar.stop()
    isStarted = false
  }
  return {
    update({ done, total, label = '' }) {
      if (!isStarted) {
        bar.start(total, done, { label })
        process.once('exit', stop)
      }
      isStarted = true
      bar.setTotal(total)
      bar.update(done, { label })
    },
    stop,
  }
}

function line(title: string, { value, total, progress, eta }: Params, label: string): string {
  const share = Math.min(Math.max(progress, 0), 1)
  const full = Math.round(share * BAR_WIDTH)
  const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full)
  const parts = [title, bar, `${value}/${total}`, `${Math.floor(share * 100)}%`, timeLeft(eta, value, total)]
  const short = label.length > WIDEST_LABEL ? `${label.slice(0, WIDEST_LABEL - 1)}…` : label
  return `  ${[...parts, short].filter(Boolean).join('  ')}`
}

/** `eta`: seconds, not a number while there is nothing to go by. */
function timeLeft(eta: number, value: number, total: number): string {
  if (value >= total) return ''
  if (!Number.isFinite(eta) || value === 0) return 'estimating …'
  const seconds = Math.max(1, Math.round(eta))
  return seconds < 100 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`
}
