/** Whether a `beforeOperation` hook sees a document being made or changed. */
export const isWrite = (operation: string): boolean =>
  ['create', 'update', 'restoreVersion'].includes(operation)
