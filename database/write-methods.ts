/** Names of everything that writes content, of Payload's adapters. */
const WRITE_METHODS = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

// biome-ignore lint/suspicious/noExplicitAny: each method has arguments of its own, which pass through
type Write = (args: any) => Promise<unknown>

/** Puts `around` in the place of each of an adapter's methods that write. Answers what puts them back. */
export function aroundWrites(
  adapter: object,
  around: (write: Write, args: Parameters<Write>[0]) => Promise<unknown>,
) {
  const methods = adapter as { [name: string]: Write }
  const originals = WRITE_METHODS.flatMap((name) => (methods[name] ? [{ name, write: methods[name] }] : []))
  for (const { name, write } of originals) methods[name] = (args) => around(write.bind(adapter), args)
  return () => {
    for (const { name, write } of originals) methods[name] = write
  }
}
