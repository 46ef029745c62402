import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { examine } from './examine.ts'
import { gif, noise, plain, pngBomb, progressive, withChunk, withSegment } from './pictures.fixture.ts'

// Some pictures are large, and machines may be busy.
vi.setConfig({ testTimeout: 30_000 })

const text = (words: string) => Buffer.from(words)
const faultOf = async (bytes: Buffer) => {
  const examination = await examine(bytes)
  return 'fault' in examination ? examination.fault : 'no fault'
}

describe('what is taken', () => {
  it.each([
    ['JPEG', () => plain().jpeg().toBuffer(), { kind: 'jpeg', width: 60, height: 40 }],
    ['progressive JPEG', () => plain().jpeg({ progressive: true }).toBuffer(), { kind: 'jpeg' }],
    ['CMYK JPEG', () => plain().toColourspace('cmyk').jpeg().toBuffer(), { kind: 'jpeg' }],
    [
      'JPEG on its side',
      () => plain().withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      { width: 40, height: 60 },
    ],
    ['PNG', () => plain().png().toBuffer(), { kind: 'png', mimetype: 'image/png' }],
    ['16-bit PNG', () => plain().toColourspace('rgb16').png().toBuffer(), { kind: 'png' }],
    ['palette PNG', () => plain().png({ palette: true }).toBuffer(), { kind: 'png' }],
    ['WebP', () => plain().webp().toBuffer(), { kind: 'webp' }],
    ['lossless WebP', () => plain().webp({ lossless: true }).toBuffer(), { kind: 'webp' }],
    ['AVIF', () => plain().avif().toBuffer(), { kind: 'avif', mimetype: 'image/avif' }],
    ['GIF', () => plain().gif().toBuffer(), { kind: 'gif' }],
    ['animated GIF', async () => gif(20, { width: 30, height: 20 }), { kind: 'gif', width: 30, height: 20 }],
    ['GIF without a trailer', async () => gif(1, { width: 3, height: 2 }).subarray(0, -1), { kind: 'gif' }],
    [
      'PNG with padding',
      async () => Buffer.concat([await plain().png().toBuffer(), Buffer.alloc(9)]),
      { kind: 'png' },
    ],
    [
      'JPEG with a second picture',
      async () => {
        const [one, two] = [await plain().jpeg().toBuffer(), await plain().jpeg().toBuffer()]
        return Buffer.concat([one, two])
      },
      { kind: 'jpeg' },
    ],
    ['panorama', () => plain(20_000, 50).jpeg().toBuffer(), { width: 20_000, height: 50 }],
  ])('%s', async (_name, make, expected) => {
    expect(await examine(await make())).toMatchObject({ picture: expected })
  })

  it('has the hash of its bytes, and is examined once', async () => {
    const bytes = await plain().png().toBuffer()
    const examination = await examine(bytes)
    expect(examination).toMatchObject({ picture: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    expect(await examine(bytes)).toBe(examination)
    expect(await examine(Buffer.from(bytes))).toBe(examination)
  })
})

describe('what is refused', () => {
  it.each([
    ['nothing', '', 'is empty'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'is an SVG drawing'],
    ['an SVG with a declaration', '\ufeff<?xml version="1.0"?>\n<!-- a -->\n<svg:svg/>', 'is an SVG drawing'],
    [
      'an SVG behind a document type',
      `<!DOCTYPE svg [ <!ENTITY a "${'a'.repeat(999)}"> ]><svg>`,
      'is an SVG drawing',
    ],
    ['a web page', '<!doctype html><script>alert(1)</script>', 'is a web page'],
    ['a PDF', '%PDF-1.7', 'is a PDF'],
    ['words', 'not a picture at all', 'is no JPEG, PNG, WebP, GIF or AVIF'],
    ['a HEIC photo', '\0\0\0\x18ftypheic\0\0\0\0', 'is a HEIC photo'],
    ['a video', '\0\0\0\x18ftypisom\0\0\0\0', 'is a video'],
  ])('%s', async (_name, words, fault) => {
    expect(await faultOf(text(words))).toMatch(fault)
  })

  it('an SVG in UTF-16', async () => {
    expect(await faultOf(Buffer.from('\ufeff<svg></svg>', 'utf16le'))).toMatch('is an SVG drawing')
  })

  it('a TIFF, which sharp could read', async () => {
    expect(await faultOf(await plain().tiff().toBuffer())).toMatch('is a TIFF')
  })

  it('another picture behind the first bytes of a PNG', async () => {
    const jpeg = await plain().jpeg().toBuffer()
    expect(await faultOf(Buffer.concat([text('\x89PNG\r\n\x1a\n'), jpeg]))).not.toBe('no fault')
  })

  describe('polyglots', () => {
    const script = text('<script>alert(1)</script>')
    const zip = text('PK\x03\x04\x14\0\0\0')
    it.each([
      [
        'a page after a PNG',
        async () => Buffer.concat([await plain().png().toBuffer(), script]),
        /“<script”.* hidden after its end/,
      ],
      [
        'a page after a JPEG',
        async () => Buffer.concat([await plain().jpeg().toBuffer(), script]),
        /hidden after its end/,
      ],
      [
        'an archive after a JPEG',
        async () => Buffer.concat([await plain().jpeg().toBuffer(), zip]),
        /an archive hidden after/,
      ],
      [
        'a page after a GIF',
        async () => Buffer.concat([gif(1, { width: 1, height: 1 }), script]),
        /hidden after its end/,
      ],
      [
        'a page after a WebP',
        async () => Buffer.concat([await plain().webp().toBuffer(), script]),
        /hidden after its end/,
      ],
      [
        'a page after an AVIF',
        async () => Buffer.concat([await plain().avif().toBuffer(), script]),
        /hidden after its end/,
      ],
      [
        'anything after a PNG',
        async () => Buffer.concat([await plain().png().toBuffer(), text('=1')]),
        /goes on for 2 bytes/,
      ],
      [
        'a page in a PNG’s text',
        async () =>
          withChunk(await plain().png().toBuffer(), 'tEXt', Buffer.concat([text('Comment\0'), script])),
        /“<script”.* in its comments/,
      ],
      [
        'a page in a JPEG’s comment',
        async () => withSegment(await plain().jpeg().toBuffer(), 0xfe, text('<HTML >')),
        /in its comments/,
      ],
      [
        'a program in a JPEG’s EXIF',
        () =>
          plain()
            .withExif({ IFD0: { Copyright: '<?php system($_GET[0]);' } })
            .jpeg()
            .toBuffer(),
        /<\?php.* in its comments/,
      ],
      [
        'a PDF in a JPEG’s comment',
        async () => withSegment(await plain().jpeg().toBuffer(), 0xfe, text('%PDF-1.4')),
        /a PDF hidden/,
      ],
    ] as [string, () => Promise<Buffer>, RegExp][])('%s', async (_name, make, fault) => {
      expect(await faultOf(await make())).toMatch(fault)
    })

    it('not the XML that image programs write', async () => {
      const xmp = '<?xpacket?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>'
      const bytes = withSegment(
        await plain().jpeg().toBuffer(),
        0xe1,
        text(`http://ns.adobe.com/xap/1.0/\0${xmp}`),
      )
      expect(await faultOf(bytes)).toBe('no fault')
    })
  })

  describe('damage', () => {
    it.each([
      ['jpeg', 0.5],
      ['jpeg', 0.97],
      ['png', 0.5],
      ['webp', 0.5],
      ['gif', 0.5],
      ['avif', 0.5],
    ] as const)('a %s that was cut off at %d', async (format, part) => {
      const whole = await noise(200, 200).toFormat(format).toBuffer()
      expect(await faultOf(whole)).toBe('no fault')
      expect(await faultOf(whole.subarray(0, whole.length * part))).toMatch(/is cut off/)
    })

    it('a JPEG whose missing half is covered up by an end', async () => {
      const whole = await noise(400, 400).jpeg().toBuffer()
      const bytes = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.from([0xff, 0xd9])])
      expect(await faultOf(bytes)).toMatch(/is broken .*premature end/)
    })

    it('a PNG with wrong bits', async () => {
      const bytes = await noise(200, 200).png().toBuffer()
      bytes.fill(7, bytes.length - 200, bytes.length - 100)
      expect(await faultOf(bytes)).toMatch(/is broken/)
    })
  })

  describe('size', () => {
    it('too many bytes', async () => {
      expect(await faultOf(Buffer.alloc(25_000_001))).toBe('has 25.0 MB; the most is 25: make it smaller')
    })

    it('too many pixels, without decoding one', async () => {
      const huge = { width: 65_535, height: 65_535 }
      const bytes = [pngBomb(20_000), gif(2, huge, huge)]
      for (const one of bytes) await faultOf(one.subarray(0, 40))
      const before = process.memoryUsage().rss
      for (const one of bytes) expect(await faultOf(one)).toMatch(/pixels; the most is 100 million/)
      expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000)
    })

    it('too many for a kind that has to be decoded as a whole', async () => {
      const small = await plain().jpeg({ progressive: true }).toBuffer()
      const bytes = progressive(small, { width: 10_000, height: 6_000 })
      expect(await faultOf(bytes)).toMatch(
        /10,000 × 6,000 pixels; the most for .*progressive.* is 50 million/,
      )
    })

    it('thousands of frames', async () => {
      expect(await faultOf(gif(1_001, { width: 9, height: 9 }))).toMatch(/animation of 1,001 frames/)
    })

    it('a comment that unpacks to hundreds of megabytes costs little', async () => {
      const packed = Buffer.concat([text('Comment\0\0'), deflateSync(Buffer.alloc(200_000_000))])
      const bytes = withChunk(await plain().png().toBuffer(), 'zTXt', packed)
      const before = process.memoryUsage().rss
      await faultOf(bytes)
      expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
    })
  })

  it('opens at most two pictures at a time', async () => {
    const bytes = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        noise(300 + n, 300)
          .png()
          .toBuffer(),
      ),
    )
    const answers = await Promise.all(bytes.map(examine))
    expect(answers.map((answer) => 'picture' in answer && answer.picture.width)).toEqual([301, 302, 303, 304])
    expect(sharp.counters().process).toBe(0)
  })
})
