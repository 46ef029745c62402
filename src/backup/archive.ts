/** Reading a backup's file. */
import { createReadStream } from 'node:fs'
import { extract, Parser, type ReadEntry } from 'tar'
import { MANIFEST, type Manifest, parseManifest } from './manifest.ts'

/** Far above what one holds. */
const LONGEST_MANIFEST = 1_000_000

/**
 * What the file says of itself; null when it is no backup. Reads no further than its beginning.
 * @throws when the file cannot be opened.
 */
export function readManifest(file: string): Promise<Manifest | null> {
  return new Promise((resolve, reject) => {
    const input = createReadStream(file)
    const answer = (text: string | null) => {
      input.destroy()
      resolve(text === null ? null : parseManifest(text))
    }
    const onReadEntry = (entry: ReadEntry) => {
      if (entry.path !== MANIFEST || entry.size > LONGEST_MANIFEST) return answer(null)
      const chunks: Buffer[] = []
      entry.on('data', (chunk) => chunks.push(chunk))
      entry.on('end', () => answer(Buffer.concat(chunks).toString()))
    }
    const parser = new Parser({ strict: true, onReadEntry })
    parser.on('error', () => answer(null))
    parser.on('end', () => answer(null))
    input.on('error', reject)
    input.on('data', (chunk) => parser.write(chunk as Buffer))
    input.on('end', () => parser.end())
  })
}

/**
 * Everything in it, into a folder that exists; never anything outside of it.
 * @throws when it is damaged or cut off; `signal`'s reason.
 */
export function unpack(
  file: string,
  folder: string,
  { signal, onEntry }: { signal: AbortSignal; onEntry(name: string, bytes: number): void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const target = extract({
      cwd: folder,
      strict: true,
      onReadEntry: (entry) => onEntry(entry.path, input.bytesRead),
    })
    const input = createReadStream(file, { signal })
    input.on('error', reject)
    target.on('error', (error: unknown) => {
      input.destroy()
      reject(error)
    })
    target.on('close', () => resolve())
    input.pipe(target as unknown as NodeJS.WritableStream)
  })
}
