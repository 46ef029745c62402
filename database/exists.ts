import { access } from 'node:fs/promises'

/** Whether there is a file or folder of this name that this process may see. */
export const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
