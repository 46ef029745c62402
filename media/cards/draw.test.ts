import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { drawCard } from './draw-card.ts'
import { drawCarousel } from './draw-carousel.ts'
import { type Card, type Carousel, SIZES } from './drawing.ts'
import { fontsFor } from './fonts.ts'
import { Pen } from './pen.ts'

// Fonts are read, and machines may be busy.
vi.setConfig({ testTimeout: 60_000 })

const card = (overrides: Partial<Card> = {}): Card => ({
  kind: 'card',
  size: 'landscape',
  look: 'plain',
  kicker: 'Article · Leadership',
  title: 'How great MES leaders win over the plant',
  text: '',
  figures: [],
  sender: {
    site: 'Plant & People',
    mark: null,
    person: { name: 'Daniel Langley', role: 'Editor', photo: null },
    accent: '#0f5f7a',
    language: 'en',
  },
  ...overrides,
})

const pixels = (png: Buffer, region: { left: number; top: number; width: number; height: number }) =>
  sharp(png).extract(region).removeAlpha().raw().toBuffer()

const TITLES = [
  'إدارة المصنع MES في 2026؟',
  'איך בוחרים מערכת',
  '製造実行システムの選び方',
  'क्षत्रिय कारखाने',
  '제조 실행 시스템',
  'ระบบการผลิต',
  'அமைப்பு প্রশ্ন Ελληνικά Русский',
  '👨‍👩‍👧‍👦 🇩🇪 👍🏽 🔥 ❤️ ⚙️ 1️⃣ ✓ → ©',
]

describe('a card', () => {
  it.each(['landscape', 'square'] as const)('is a PNG of its size: %s', async (size) => {
    for (const title of [`x${'👨‍👩‍👧‍👦'.repeat(30)}`, '']) {
      const png = await drawCard(card({ size, title }), tmpdir())
      expect(png.length).toBeLessThan(1_000_000)
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...SIZES[size] })
    }
  })

  it('has the same bytes again, and others for other words', async () => {
    const [one, again, other] = [
      await drawCard(card(), tmpdir()),
      await drawCard(card(), tmpdir()),
      await drawCard(card({ title: 'Others' }), tmpdir()),
    ]
    expect(again.equals(one)).toBe(true)
    expect(other.equals(one)).toBe(false)
  })

  it('shows the photo where there is one, and goes without where the file is missing', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'cards-'))
    const photo = `${'a'.repeat(32)}-1x1.webp`
    const square = { create: { width: 300, height: 300, channels: 3 as const, background: '#ff0000' } }
    await writeFile(path.join(directory, photo), await sharp(square).webp().toBuffer())
    const person = { name: 'Daniel Langley', role: '', photo }
    const drawn = await drawCard(card({ sender: { ...card().sender, person } }), directory)
    const [red = 0, green = 255] = await pixels(drawn, { left: 110, top: 500, width: 10, height: 10 })
    expect([red > 240, green < 20]).toEqual([true, true])
    await drawCard(card({ sender: { ...card().sender, person } }), tmpdir())
  })

  it('stays within its margins, whatever is written', async () => {
    const { width, height } = SIZES.landscape
    const margins = [
      { left: width - 40, top: 0, width: 40, height },
      { left: 40, top: height - 60, width: width - 80, height: 60 },
    ]
    const figures = Array.from({ length: 3 }, () => ({
      value: '$129k–$209k and more',
      label: 'Words '.repeat(30),
    }))
    for (const title of ['W'.repeat(300), 'Many words '.repeat(25)]) {
      for (const overrides of [{ title }, { title, look: 'figures', figures } as const]) {
        const png = await drawCard(card({ ...overrides, kicker: title }), tmpdir())
        for (const margin of margins) {
          expect((await pixels(png, margin)).every((value) => value > 235)).toBe(true)
        }
      }
    }
  })
})

describe('no character becomes a box', () => {
  const signs = new Set(
    TITLES.flatMap((title) => [...new Intl.Segmenter().segment(title)].map((one) => one.segment)),
  )
  const inked = (sign: string, font?: string) => {
    const canvas = createCanvas(80, 80)
    const pen = new Pen(canvas.getContext('2d'), 'en', 'ltr')
    const { context } = pen
    if (font) {
      context.font = font
      context.fillText(sign, 10, 60)
    } else pen.line(sign, { weight: 400, size: 48, colour: '#000000' }, { x: 10, y: 60, width: 60 })
    return Buffer.from(context.getImageData(0, 0, 80, 80).data)
  }

  it.each([...signs].filter((sign) => sign.trim() !== ''))('%s', (sign) => {
    const drawn = inked(sign)
    expect(drawn.some((byte) => byte > 0)).toBe(true)
    // Without our fonts: a box, or what the machine happens to have.
    const without = inked(fontsFor(sign, 'en').text, '400 48px "none such"')
    expect(drawn.equals(without)).toBe(false)
  })
})

describe('a carousel', () => {
  const carousel: Carousel = {
    kind: 'carousel',
    kicker: 'Article',
    title: 'Five questions',
    text: 'What to ask first.',
    pages: ['Find the office first', TITLES[1] ?? '', TITLES[2] ?? ''].map((title, index) => ({
      mark: `${index + 1}`,
      title,
      text: index === 0 ? 'A tree needs 50 litres a week.' : '',
      current: false,
    })),
    closing: { title: 'Come along', address: 'example.com/five', url: 'https://example.com/five' },
    sender: card().sender,
  }
  let pdf: Buffer
  beforeAll(async () => {
    pdf = await drawCarousel(carousel, tmpdir())
  })

  it('is a PDF with the same bytes again', async () => {
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeLessThan(1_000_000)
    expect((await drawCarousel(carousel, tmpdir())).equals(pdf)).toBe(true)
  })

  it('has a page for each idea, one before and one after, of 1080 × 1350', () => {
    const boxes = pdf.toString('latin1').match(/\/MediaBox \[[^\]]*\]/g) ?? []
    expect(boxes).toHaveLength(5)
    for (const box of boxes) expect(box).toMatch(/0 0 1080 1350/)
  })

  const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined
  it.skipIf(!hasPoppler)('holds words that can be selected, ligatures too', async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'cards-')), 'a.pdf')
    await writeFile(file, pdf)
    const words = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
    for (const part of [
      'Five questions',
      'Find the office first',
      'litres a week',
      'example.com/five',
      'בוחרים',
      '選び方',
    ])
      expect(words).toContain(part)
  })
})
