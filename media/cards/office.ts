/** Draws on demand: each file once however many ask for it, one at a time, in a process that ends when it is idle. */
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import PQueue from 'p-queue'
import { exists } from '../absent.ts'
import { drawCrop } from './crop.ts'
import type { Order } from './draw-process.ts'
import type { Drawing } from './drawing.ts'

const IDLE_MS = 20_000
/** Of one drawing; the first waits for Skia to load, on a busy machine. */
const PATIENCE_MS = 60_000
/** Whoever comes when so many wait is sent away: a crawler may ask for everything at once. */
const MOST_WAITING = 100

/** Thrown when too many drawings wait. */
export class OfficeBusyError extends Error {}

export type DrawingOffice = {
  /** Resolves when the file stands in the folder. @throws {OfficeBusyError} */
  provide(name: string, drawing: Drawing): Promise<void>
}

/** `directory`: where renditions are kept. */
export function createDrawingOffice(directory: string): DrawingOffice {
  const queue = new PQueue({ concurrency: 1 })
  const underWay = new Map<string, Promise<void>>()
  const drawer = createDrawer()

  async function provide(name: string, drawing: Drawing): Promise<void> {
    if (await exists(path.join(directory, name))) return
    if (queue.size >= MOST_WAITING) throw new OfficeBusyError('[cards] too many drawings wait')
    await queue.add(() =>
      drawing.kind === 'crop'
        ? drawCrop(drawing, directory, name)
        : drawer.draw({ directory, name, drawing }),
    )
  }

  return {
    provide(name, drawing) {
      const known = underWay.get(name)
      if (known) return known
      const work = provide(name, drawing).finally(() => underWay.delete(name))
      underWay.set(name, work)
      return work
    },
  }
}

function createDrawer() {
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined

  function start(): ChildProcess {
    const started = forkDrawer()
    started.on('exit', () => {
      if (child === started) child = null
    })
    return started
  }

  return {
    async draw(order: Order): Promise<void> {
      clearTimeout(idle)
      child ??= start()
      const drawing = child
      try {
        const fault = await ask(drawing, order)
        if (fault !== null) throw new Error(`[cards] ${order.name} cannot be drawn: ${fault}`)
      } finally {
        idle = setTimeout(() => {
          if (child === drawing) child = null
          drawing.kill()
        }, IDLE_MS)
        idle.unref()
      }
    },
  }
}

/** It needs nothing of this process's variables, which hold secrets. */
function forkDrawer(): ChildProcess {
  const extension = path.extname(fileURLToPath(import.meta.url))
  const script = fileURLToPath(new URL(`./draw-process${extension}`, import.meta.url))
  const child = fork(script, {
    // Skia reads it when it is loaded.
    env: { NODE_ENV: 'production', DISABLE_SYSTEM_FONTS_LOAD: '1' },
    execArgv: ['--max-old-space-size=128', ...(extension === '.ts' ? ['--import', 'tsx'] : [])],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

/** What is wrong, or null. A process that does not answer is ended. */
function ask(child: ChildProcess, order: Order): Promise<string | null> {
  return new Promise((resolve, reject) => {
    child.channel?.ref()
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
    const onMessage = ({ fault }: { fault: string | null }) => end(() => resolve(fault))
    const onExit = () => end(() => reject(new Error(`[cards] the process ended while drawing ${order.name}`)))
    const end = (settle: () => void) => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit).off('error', onExit)
      child.channel?.unref()
      settle()
    }
    child.once('message', onMessage).once('exit', onExit).once('error', onExit)
    child.send(order, (error) => error && onExit())
  })
}
