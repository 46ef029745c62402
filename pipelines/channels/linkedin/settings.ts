/** What the settings say about LinkedIn, with what holds before anybody saved them. */
import type { LinkedInSettings, Site } from '../../content-item.ts'

export const LINKEDIN_DEFAULTS: LinkedInSettings = {
  linkPlace: 'post',
  hashtagCount: 5,
  fixedTags: [],
  bannedTags: [],
  utm: { source: 'linkedin', medium: '', campaign: '' },
  closingLines: [],
  bullets: 'bullets',
  emojiBullets: false,
}

/** `hashtagCount` is 3 to 5. */
export function toSettings({ linkedin }: Pick<Site, 'linkedin'>): LinkedInSettings {
  const settings = { ...LINKEDIN_DEFAULTS, ...linkedin }
  return { ...settings, hashtagCount: Math.min(5, Math.max(3, settings.hashtagCount)) }
}
