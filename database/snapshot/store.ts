export type TakeOptions = {
  /** Collections in the order in which they must be read where nothing holds the database still. */
  first: readonly string[]
  /** Collections that grow at the end of a field's order: read in that order, none is missed in the middle. */
  growing: { readonly [collection: string]: string }
  signal: AbortSignal
}

/** Folders are absolute. What is given back goes in two steps: `stage` changes nothing that anybody sees, `adopt` does. */
export type SnapshotStore = {
  /** Whether somebody would miss what `adopt` replaces. */
  isEmpty(): Promise<boolean>
  /** Writes everything into files in `folder`, while others may write. */
  take(folder: string, options: TakeOptions): Promise<void>
  /**
   * Checks the files, and loads them beside what is there.
   * @throws when they cannot be read.
   */
  stage(folder: string, signal: AbortSignal): Promise<void>
  /** Forgets what was staged. */
  discard(): Promise<void>
  /** Puts what was staged from `folder` in the place of everything. Can be done again after it was cut off. */
  adopt(folder: string): Promise<void>
  /**
   * Runs `work` while no other program has the database open, where that can be known.
   * @throws DatabaseInUseError
   */
  alone<T>(work: () => Promise<T>): Promise<T>
}
