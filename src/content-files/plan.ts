/** In which order files go in: what others point to first, circles as one unit. Pure. */
import { type ContentFile, keyOf, keyOfFile, type Reference } from './content-file.ts'
import { fileTypeOf, fileTypes } from './content-types.ts'
import { suggestion } from './nearest.ts'
import type { Problem } from './problem.ts'

export type Rejected = { file: ContentFile; problem: Problem }
/** Files that point to each other, directly or around corners; mostly just one. */
export type Unit = ContentFile[]

/** What the set points to and does not hold. */
export type Surroundings = {
  /** Whether the database has the document. */
  isStored(collection: string, slug: string): boolean
  /** Whether it is there, but in the trash. */
  isTrashed(collection: string, slug: string): boolean
  /** `collection:slug` of files that cannot go in → how messages name them. */
  failed: ReadonlyMap<string, string>
  /** Slugs that exist, for suggestions. */
  slugs(collection: string): Iterable<string>
}

/** Takes out the second file of one identity, and files that point to nothing (whoever points to those, too). */
export function rejectBroken(
  files: readonly ContentFile[],
  around: Surroundings,
): {
  sound: ContentFile[]
  rejected: Rejected[]
} {
  const rejected: Rejected[] = []
  const failed = new Map(around.failed)
  let sound = withoutDuplicates(files, rejected)
  for (;;) {
    const keys = new Set(sound.map(keyOfFile))
    const broken = new Map<ContentFile, Problem[]>()
    for (const file of sound) {
      const missing = eachOnce(file.references).filter(
        ({ collection, slug }) => !keys.has(keyOf(collection, slug)) && !around.isStored(collection, slug),
      )
      if (missing.length > 0)
        broken.set(
          file,
          missing.map((one) => describe(one, failed, around, sound)),
        )
    }
    if (broken.size === 0) return { sound, rejected }
    for (const [file, problems] of broken) {
      failed.set(keyOfFile(file), file.path)
      rejected.push(...problems.map((problem) => ({ file, problem })))
    }
    sound = sound.filter((file) => !broken.has(file))
  }
}

/** The first place that names a thing. */
function eachOnce(references: readonly Reference[]): Reference[] {
  const first = new Map<string, Reference>()
  for (const one of [...references].reverse()) first.set(keyOf(one.collection, one.slug), one)
  return [...first.values()].reverse()
}

function withoutDuplicates(files: readonly ContentFile[], rejected: Rejected[]): ContentFile[] {
  const seen = new Map<string, ContentFile>()
  return files.filter((file) => {
    const { type, slug, uid } = file
    const bySlug = seen.get(keyOfFile(file))
    const byUid = uid === undefined ? undefined : seen.get(`${type.collection}#${uid}`)
    const first = bySlug ?? byUid
    if (!first) {
      seen.set(keyOfFile(file), file)
      if (uid !== undefined) seen.set(`${type.collection}#${uid}`, file)
      return true
    }
    const what = bySlug ? `the ${type.label} "${slug}"` : `the ${type.label} with uid "${uid}"`
    const line = file.lines.get(bySlug ? 'slug' : 'uid') ?? 1
    const message = `${what} stands in ${first.path} as well, which was taken: delete one of the two or give it another ${bySlug ? 'slug' : 'uid'}`
    rejected.push({ file, problem: { line, message } })
    return false
  })
}

function describe(
  { collection, slug, line }: Reference,
  failed: ReadonlyMap<string, string>,
  around: Surroundings,
  sound: readonly ContentFile[],
): Problem {
  const label = fileTypeOf(collection)?.label ?? collection
  const file = failed.get(keyOf(collection, slug))
  if (file) return { line, message: `the ${label} "${slug}" did not go in: mend ${file} first` }
  if (around.isTrashed(collection, slug)) {
    return {
      line,
      message: `the ${label} "${slug}" is in the trash: restore it, or take it out of this file`,
    }
  }
  const known = new Set(around.slugs(collection))
  for (const one of sound) if (one.type.collection === collection) known.add(one.slug)
  const hint = suggestion(slug, known)
  return {
    line,
    message: `there is no ${label} "${slug}", neither in these files nor in the database.${hint} Correct the slug, or import ${collection}/${slug}.md too`,
  }
}

/** The files in an order in which everything that a unit points to is in it or before it (Tarjan 1972). */
export function inOrder(files: readonly ContentFile[]): Unit[] {
  const rank = new Map(fileTypes.map(({ collection }, index) => [collection, index]))
  const rankOf = (file: ContentFile) => rank.get(file.type.collection) ?? 0
  const sorted = [...files].sort((a, b) => rankOf(a) - rankOf(b) || (a.slug < b.slug ? -1 : 1))
  const place = new Map(sorted.map((file, position) => [file, position]))
  const byKey = new Map(sorted.map((file) => [keyOfFile(file), file]))
  const units: Unit[] = []
  const index = new Map<ContentFile, number>()
  const low = new Map<ContentFile, number>()
  const stack: ContentFile[] = []
  const onStack = new Set<ContentFile>()

  const visit = (file: ContentFile): void => {
    index.set(file, index.size)
    low.set(file, index.get(file) ?? 0)
    stack.push(file)
    onStack.add(file)
    for (const next of targetsOf(file, byKey)) {
      if (!index.has(next)) {
        visit(next)
        low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0))
      } else if (onStack.has(next)) low.set(file, Math.min(low.get(file) ?? 0, index.get(next) ?? 0))
    }
    if (low.get(file) !== index.get(file)) return
    const unit = stack.splice(stack.indexOf(file))
    for (const one of unit) onStack.delete(one)
    units.push(unit.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)))
  }
  for (const file of sorted) if (!index.has(file)) visit(file)
  return units
}

/** Files of the unit that an earlier one (or they themselves) point to: they must be there before they are whole. */
export function neededEarly(unit: Unit): ContentFile[] {
  const byKey = new Map(unit.map((file) => [keyOfFile(file), file]))
  const place = new Map(unit.map((file, index) => [file, index]))
  const needed = new Set<ContentFile>()
  for (const [index, file] of unit.entries()) {
    for (const target of targetsOf(file, byKey)) if ((place.get(target) ?? 0) >= index) needed.add(target)
  }
  return unit.filter((file) => needed.has(file))
}

function targetsOf(file: ContentFile, byKey: ReadonlyMap<string, ContentFile>): ContentFile[] {
  const keys = new Set(file.references.map(({ collection, slug }) => keyOf(collection, slug)))
  return [...keys].flatMap((key) => byKey.get(key) ?? [])
}
