const NAMES: { [slug: string]: string } = {
  delivery: 'Website and API',
  feeds: 'Feeds',
  linkedin: 'LinkedIn',
  'deploy-hook': 'Deploy hook',
  dependents: 'Pages that show it',
}

/** What editors call a channel, or another reader of what was published: `linkedin` is “LinkedIn”. Pure. */
export function channelName(slug: string): string {
  return NAMES[slug] ?? (slug.charAt(0).toUpperCase() + slug.slice(1)).replaceAll('-', ' ')
}
