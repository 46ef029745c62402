/** The address on the website that shows drafts. */

export const PREVIEW_PATTERN = '/api/preview?type={type}&slug={slug}&token={token}'

const PLACEHOLDERS = ['{type}', '{slug}', '{token}'] as const

/** Empty (the usual one), or a path with each placeholder once. */
export function isPreviewPattern(value: unknown): true | string {
  if (!value) return true
  const isPath = typeof value === 'string' && /^\/(?!\/)[^\s\\]*$/.test(value)
  const isWhole = isPath && PLACEHOLDERS.every((name) => value.split(name).length === 2)
  return isWhole || 'Must be a path that begins with / and contains {type}, {slug} and {token} once each'
}

/** `siteUrl` without a trailing slash. */
export function toPreviewUrl(
  siteUrl: string,
  pattern: string,
  { type, slug, token }: { type: string; slug: string; token: string },
): string {
  const path = (pattern || PREVIEW_PATTERN)
    .replace('{type}', () => encodeURIComponent(type))
    .replace('{slug}', () => encodeURIComponent(slug))
    .replace('{token}', () => token)
  return siteUrl + path
}
