/** A backup that cannot be made or restored; `message` is fit for the operator. */
export class BackupError extends Error {
  override name = 'BackupError'
}
