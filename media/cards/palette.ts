/** The colours of cards: a fixed few, and an accent that can be read on them whatever it was set to. Pure. */

export const PAPER = '#fbfaf7'
export const INK = '#16202c'
export const SOFT = '#4d5a68'
export const LINE = '#e3e0d8'
const DEFAULT_ACCENT = '#0f5f7a'

/** WCAG's for text of any size. */
const CONTRAST = 4.5

/** The colour (`#rgb` or `#rrggbb`), darkened until it can be read on paper; what is none becomes the default. */
export function readableAccent(colour: unknown): string {
  const given = typeof colour === 'string' ? colour.trim().toLowerCase() : ''
  const long = /^#[0-9a-f]{3}$/.test(given) ? given.replace(/[0-9a-f]/g, '$&$&') : given
  if (!/^#[0-9a-f]{6}$/.test(long)) return DEFAULT_ACCENT
  let channels = channelsOf(long)
  while (contrast(channels, channelsOf(PAPER)) < CONTRAST) {
    channels = channels.map((value) => Math.floor(value * 0.92))
  }
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function contrast(one: number[], other: number[]): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((value) => {
    const part = value / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
