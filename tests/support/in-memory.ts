/**
 * Folders of tests stand in memory where there is room for them: on SQLite each commit waits for the disk, which takes a
 * quarter of the time of tests that save, and no test cuts the power.
 */
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import path from 'node:path'

const MEMORY = '/dev/shm'
/** In bytes. All of them together take a fraction of it. */
const ROOM = 1_000_000_000

/** vitest's globalSetup, before those that make folders. */
export default function setup() {
  if (process.env.TMPDIR || !hasRoom()) return
  const folder = mkdtempSync(path.join(MEMORY, 'galley-'))
  // As through /tmp: some tests look at what is in it as somebody else.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  return () => {
    delete process.env.TMPDIR
    rmSync(folder, { recursive: true, force: true })
  }
}

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return Math.min(bavail * bsize, freemem()) > ROOM
  } catch {
    return false
  }
}
