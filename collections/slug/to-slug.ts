/** What a slug may be made of. Pure. */
import { transliterate } from 'transliteration'

export const SLUG_LENGTH = 96

/** A slug made from a title: Latin letters, digits and hyphens. Empty when nothing of the title can be used. */
export function toSlug(title: string): string {
  return join(transliterate(title.normalize('NFC')).toLowerCase().replace(/['’]/g, ''), /[^a-z0-9]+/g)
}

/** A slug as an editor typed it: letters and digits of any script stay. Empty when nothing can be used. */
export function normalizeSlug(typed: string): string {
  return join(typed.normalize('NFC').toLowerCase().normalize('NFC'), /[^\p{L}\p{M}\p{N}]+/gu)
}

/** The `n`th slug of those that share a base: `base`, `base-2`, `base-3`, … */
export function numbered(base: string, n: number): string {
  if (n === 1) return base
  const suffix = `-${n}`
  return cut(base, SLUG_LENGTH - suffix.length) + suffix
}

/** Whether `slug` is what would be made from `base`, with a number or without. */
export function isNumbered(slug: string, base: string): boolean {
  const n = Number(/-([1-9]\d*)$/.exec(slug)?.[1] ?? 1)
  return slug === base || (n > 1 && slug === numbered(base, n))
}

function join(text: string, gaps: RegExp): string {
  return cut(text.replace(gaps, '-').replace(/^-+/, ''), SLUG_LENGTH)
}

/** At a hyphen where there is one in the last third, and never inside a character. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text.replace(/-+$/, '')
  let end = length
  const hyphen = text.lastIndexOf('-', length)
  if (hyphen > (length * 2) / 3) end = hyphen
  else while (end > 0 && /[\p{M}\p{Cs}]/u.test(String.fromCodePoint(text.codePointAt(end) ?? 0))) end--
  return text
    .slice(0, end)

    .replace(/-+$/, '')
}
