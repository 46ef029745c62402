import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fontsFor } from './fonts.ts'

const partsOf = (text: string, language = 'en') => fontsFor(text, language).parts.map(({ name }) => name)

describe('fontsFor', () => {
  it.each([
    ['English, “quoted” – 100 % €', ['noto-sans-latin']],
    [
      'Привет, κόσμε, Việt',
      ['noto-sans-cyrillic', 'noto-sans-greek', 'noto-sans-vietnamese', 'noto-sans-latin'],
    ],
    ['كيف تختار نظام؟', ['noto-sans-arabic-arabic']],
    ['איך בוחרים', ['noto-sans-hebrew-hebrew']],
    ['क्षत्रिय', ['noto-sans-devanagari']],
    ['প্রশ্ন', ['noto-sans-bengali-bengali']],
    ['அமைப்பு', ['noto-sans-tamil-tamil']],
    ['ระบบ', ['noto-sans-thai-thai']],
  ])('%s: whole, from %s', (text, wanted) => {
    expect(fontsFor(text, 'en').text).toBe(text.normalize('NFC'))
    const names = partsOf(text)
    for (const name of wanted) expect(names).toContain(name)
    for (const { file } of fontsFor(text, 'en').parts) expect(existsSync(file), file).toBe(true)
  })

  it('writes shared characters as the language does', () => {
    expect(partsOf('直').join()).toMatch('noto-sans-sc')
    expect(partsOf('直', 'ja').join()).toMatch('noto-sans-jp')
    expect(partsOf('直す').join()).not.toMatch('noto-sans-sc')
    expect(partsOf('제조').join()).toMatch('noto-sans-kr')
  })

  it('takes an emoji from one part, and asks nobody for colours', () => {
    expect(partsOf('👨‍👩‍👧‍👦')).toHaveLength(1)
    expect(fontsFor('❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 1️⃣', 'en').text).toBe('❤ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 1⃣')
  })

  it('leaves out what no font has, and accents that the letter’s font lacks', () => {
    expect(fontsFor('ᠮᠣᠩ 𓀀 ok \u{10FFFF}', 'en').text.trim()).toBe('ok')
    expect(fontsFor(`e${'\u0301'.repeat(40)}`, 'en').text).toMatch(/^é\u0301*$/)
    expect(fontsFor('\u0000\uE000', 'en')).toEqual({ parts: [], text: '' })
    expect(fontsFor('→ ✓', 'en').text).toBe('→ ✓')
  })
})
