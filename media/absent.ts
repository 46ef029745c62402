/** For files that somebody else has taken away meanwhile: `.catch(absent(null))`. Any other failure is thrown on. */
export function absent<T>(instead: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return instead
    throw error
  }
}
