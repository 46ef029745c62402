/** The renditions that are made from every picture. Raise VERSION when a change should make them anew. */
export const VERSION = 2

export const FORMATS = ['webp', 'jpeg'] as const

/** Pixels. `exact`: enlarged when the picture is smaller, because the place that shows it asks for this size. */
export type Preset = { name: PresetName; width: number; height: number; exact?: boolean }

export type PresetName = 'full' | '16x9' | '4x3' | '1x1' | 'social' | 'thumbnail'

/** Cut to these proportions around the focal point; `full` (below) keeps the picture's own. */
export const PRESETS: Preset[] = [
  { name: '16x9', width: 1600, height: 900 },
  { name: '4x3', width: 1600, height: 1200 },
  { name: '1x1', width: 1200, height: 1200 },
  { name: 'social', width: 1200, height: 627, exact: true },
  { name: 'thumbnail', width: 400, height: 300 },
]

/** The longest side of the rendition in the picture's own proportions, in pixels. */
export const FULL_SIDE = 2000
