/** A preview in words. Pure. */
import type { Change, Preview, PreviewedFile } from './preview.ts'

/** One line a file that would change, then the pictures, then the counts: what a terminal shows. */
export function printPreview({ files, pictures, failed }: Preview): string {
  const count = (outcome: PreviewedFile['outcome']) => files.filter((one) => one.outcome === outcome).length
  const lines = [
    ...files.flatMap((file) => (file.outcome === 'unchanged' ? [] : [printFile(file)])),
    ...pictures.map((name) => `would upload ${name}`),
    `would create ${count('create')}, would update ${count('update')}, unchanged ${count('unchanged')}, would fail ${failed}`,
    'This was a dry run: nothing was changed.',
  ]
  return `${lines.join('\n')}\n`
}

function printFile({ path, outcome, status, changes }: PreviewedFile): string {
  if (outcome === 'create') return `would create ${path} (${status})`
  return `would update ${path}: ${changes.map(printChange).join(', ')}`
}

function printChange({ key, from, to }: Change): string {
  return from === undefined || to === undefined ? key : `${key} ${from} → ${to}`
}
