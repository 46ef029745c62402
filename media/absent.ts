import { access } from 'node:fs/promises'

/** For files that somebody else has taken away meanwhile: `.catch(absent(null))`. Any other failure is thrown on. */
export function absent<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead
    throw error
  }
}

/** Whether there is a file of this name. @throws when the disk fails, which is no answer. */
export const exists = (file: string): Promise<boolean> => access(file).then(() => true, absent(false))
