const NAMES: { [slug: string]: string } = {
  delivery: 'Website and API',
  rss: 'RSS',
  atom: 'Atom',
  'json-feed': 'JSON Feed',
  feeds: 'Feeds',
  linkedin: 'LinkedIn',
  llms: 'llms.txt',
  dependents: 'Pages that show it',
}

/** What editors call a channel, or another reader of what was published: `json-feed` is “JSON Feed”. Pure. */
export function channelName(slug: string): string {
  return NAMES[slug] ?? (slug.charAt(0).toUpperCase() + slug.slice(1)).replaceAll('-', ' ')
}
