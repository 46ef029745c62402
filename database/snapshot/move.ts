import { cp, rename, rm } from 'node:fs/promises'
import { exists } from '../exists.ts'

/**
 * Puts a file or folder in the place of another, also on another disk. Does nothing when there is no `from`; goes on
 * where an earlier call was cut off.
 */
export async function moveOver(from: string, to: string): Promise<void> {
  const part = `${to}.part`
  if (await exists(from)) {
    await rm(part, { recursive: true, force: true })
    try {
      await rename(from, part)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
      await cp(from, part, { recursive: true, preserveTimestamps: true })
      await rename(from, `${from}.copied`)
    }
  }
  if (!(await exists(part))) return
  await rm(to, { recursive: true, force: true })
  await rename(part, to)
}
