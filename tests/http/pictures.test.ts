/** Pictures from the upload to the reader: what comes in, what it takes to be shown, what `/media` gives out. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTurn } from '../../media/decode.ts'
import { gif, noise, plain, pngBomb } from '../../media/pictures.fixture.ts'
import { renditionsInUse } from '../../pipelines/publish/renditions-in-use.ts'
import { importContent } from '../../src/content-files/index.ts'
import { databaseUrl, signedIn, startGalley, type TestGalley } from '../support/galley.ts'
import { describeOnSqlite } from '../support/only-on.ts'
import { paragraphs } from '../support/text.ts'
import { signIn } from '../support/users.ts'

type Id = number | string
type Fields = { [field: string]: unknown }

describe.skipIf(databaseUrl() === null)('pictures', () => {
  let instance: TestGalley
  let count = 0

  beforeAll(async () => {
    instance = await startGalley()
  })
  afterAll(() => instance?.close())

  /** No two have the same bytes. */
  const newPicture = (width = 300, height = 200) => {
    count += 1
    return plain(width, height, `rgb(${count % 256}, ${Math.floor(count / 256)}, 99)`)
      .png()
      .toBuffer()
  }
  const send = (bytes: Buffer, file: { filename: string; contentType: string }, data: Fields = {}) =>
    instance.admin.post('/api/media').attach('file', bytes, file).field('_payload', JSON.stringify(data))
  const png = { filename: 'a.png', contentType: 'image/png' }
  async function upload(data: Fields = { alt: 'A colour' }, bytes?: Buffer): Promise<{ id: Id } & Fields> {
    const answer = await send(bytes ?? (await newPicture()), png, data)
    expect([answer.status, answer.body.errors]).toEqual([201, undefined])
    return answer.body.doc
  }
  const article = (data: Fields, _status = 'published') =>
    instance.admin
      .post(`/api/articles${_status === 'draft' ? '?draft=true' : ''}`)
      .send({ title: `Article ${++count}`, body: paragraphs('Words.'), ...data, _status })
  async function publish(data: Fields) {
    const answer = await article(data)
    expect([answer.status, answer.body.errors]).toEqual([201, undefined])
    await instance.galley.settled()
    return answer.body.doc as { id: Id; slug: string; title: string }
  }
  async function unpublish(id: Id) {
    await instance.admin.patch(`/api/articles/${id}`).send({ _status: 'draft' }).expect(200)
    await instance.galley.settled()
  }
  const withPicture = (image: Id, alt = '') => {
    const body = paragraphs('Before the picture.') as unknown as { root: { children: unknown[] } }
    const fields = { id: 'b1', blockName: '', blockType: 'image', image, alt }
    body.root.children.push({ type: 'block', version: 2, format: '', fields })
    return body
  }
  const stored = () => Promise.all([readdir(instance.env.uploadsDir).catch(() => []), total()])
  const total = async () => (await instance.payload.count({ collection: 'media', trash: true })).totalDocs

  describeOnSqlite('coming in', () => {
    it.each([
      [
        'an SVG',
        () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
        /“a.png” is an SVG drawing.*export it as PNG/,
      ],
      ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), /is a web page/],
      ['an SVG with a declaration', () => Buffer.from('<?xml version="1.0"?><svg/>'), /is an SVG drawing/],
      [
        'a polyglot',
        async () => Buffer.concat([await newPicture(), Buffer.from('<script>1</script>')]),
        /hidden after its end/,
      ],
      ['a bomb', () => pngBomb(15_000), /15,000 × 15,000 pixels; the most is 100 million/],
      ['an endless animation', () => gif(2_000, { width: 5, height: 5 }), /2,000 frames/],
      ['half a picture', async () => (await newPicture()).subarray(0, -30), /is cut off/],
      ['nothing', () => Buffer.alloc(0), /is empty|Send the picture/],
    ] as [string, () => Promise<Buffer> | Buffer, RegExp][])(
      'refuses %s, says why and keeps nothing',
      async (_name, make, reason) => {
        const bytes = await make()
        const before = await stored()
        const answer = await send(bytes, png)
        expect([answer.status, answer.type]).toEqual([400, 'application/problem+json'])
        expect(answer.body.detail).toMatch(reason)
        const file = { data: bytes, mimetype: 'image/png', name: 'a.png', size: bytes.length }
        await expect(instance.payload.create({ collection: 'media', data: {}, file })).rejects.toThrow()
        expect(await stored()).toEqual(before)
      },
    )

    it('refuses in words that the admin’s forms can read', async () => {
      const answer = await send(Buffer.from('<svg/>'), png).set('Sec-Fetch-Site', 'same-origin')
      // What @payloadcms/ui asks before it reads the reasons.
      expect(answer.headers['content-type']).toContain('application/json')
      expect(answer.body.errors).toEqual([expect.objectContaining({ message: answer.body.detail })])
    })

    it('refuses a file of more than 25 MB while it comes', async () => {
      const before = await stored()
      const answer = await send(Buffer.alloc(26_000_000), png)
      expect([answer.status, answer.body.detail]).toEqual([
        413,
        'The file is larger than 25 MB: make it smaller.',
      ])
      expect(await stored()).toEqual(before)
    })

    it('names a file for what it is, whatever the sender calls it', async () => {
      const bytes = await newPicture()
      const { body } = await send(
        bytes,
        { filename: 'page.html', contentType: 'text/html' },
        { alt: 'A' },
      ).expect(201)
      expect(body.doc).toMatchObject({ filename: 'page.png', mimeType: 'image/png', width: 300, height: 200 })
      const file = await instance.admin.get(`/api/media/file/${body.doc.filename}`).expect(200)
      expect([file.headers['content-type'], file.headers['x-content-type-options']]).toEqual([
        'image/png',
        'nosniff',
      ])
      expect(file.body).toEqual(bytes)
    })

    it.each([
      ['CMYK', () => noise(80, 60).toColourspace('cmyk').jpeg().toBuffer(), 'image/jpeg'],
      ['16-bit', () => noise(80, 60).toColourspace('rgb16').png().toBuffer(), 'image/png'],
      ['AVIF', () => noise(80, 60).avif().toBuffer(), 'image/avif'],
      ['WebP', () => noise(80, 60).webp().toBuffer(), 'image/webp'],
      ['animated', async () => gif(3, { width: 80, height: 60 }), 'image/gif'],
      ['on its side', () => noise(60, 80).withMetadata({ orientation: 8 }).jpeg().toBuffer(), 'image/jpeg'],
    ] as [string, () => Promise<Buffer>, string][])(
      'takes one that is %s, upright',
      async (_name, make, mimeType) => {
        const picture = await upload({ alt: 'Noise' }, await make())
        expect(picture).toMatchObject({ mimeType, width: 80, height: 60 })
        await instance.galley.settled()
        const row = await instance.payload.findByID({ collection: 'media', id: picture.id })
        expect(row.renditions).toMatchObject({ width: 80, height: 60 })
      },
    )

    it('keeps the hash of the bytes and takes no word of the sender for what the file is', async () => {
      const bytes = await newPicture()
      const lies = { contentHash: 'f'.repeat(64), mimeType: 'text/html', width: 1, filesize: 1 }
      const { id } = await upload({ alt: 'A', ...lies }, bytes)
      await instance.admin
        .patch(`/api/media/${id}`)
        .send({ credit: 'Me', ...lies })
        .expect(200)
      const row = await instance.payload.findByID({ collection: 'media', id, showHiddenFields: true })
      const contentHash = createHash('sha256').update(bytes).digest('hex')
      expect(row).toMatchObject({
        credit: 'Me',
        contentHash,
        mimeType: 'image/png',
        width: 300,
        filesize: bytes.length,
      })
    })

    it('fetches nothing from an address that a request names', async () => {
      const asked: string[] = []
      const server = createServer((incoming, answer) => {
        asked.push(String(incoming.url))
        answer.end()
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as { port: number }
      for (const url of [`http://127.0.0.1:${port}/x.png`, '/api/media/file/x.png']) {
        const answer = await instance.admin.post('/api/media').send({ filename: 'x.png', url, alt: 'A' })
        expect([answer.status, answer.body.detail]).toEqual([
          400,
          expect.stringMatching(/^Send the picture itself/),
        ])
      }
      expect(asked).toEqual([])
      await new Promise((resolve) => server.close(resolve))
    })

    it('leaves picture and file as they were when what should replace them is refused', async () => {
      const bytes = await newPicture()
      const { id, filename } = await upload({ alt: 'A' }, bytes)
      const answer = await instance.admin
        .patch(`/api/media/${id}`)
        .attach('file', Buffer.from('<svg/>'), { filename: 'b.png', contentType: 'image/png' })
        .field('_payload', '{}')
      expect(answer.status).toBe(400)
      expect(await readFile(path.join(instance.env.uploadsDir, String(filename)))).toEqual(bytes)
      const replaced = await newPicture()
      const { body } = await instance.admin
        .patch(`/api/media/${id}`)
        .attach('file', replaced, png)
        .field('_payload', '{}')
      expect(await readFile(path.join(instance.env.uploadsDir, body.doc.filename))).toEqual(replaced)
    })

    it('keeps the original of a live picture when its replacement is refused after all', async () => {
      const bytes = await newPicture()
      const { id, filename } = await upload({ alt: 'A' }, bytes)
      await publish({ image: id })
      const replace = async (data: Fields) =>
        instance.admin
          .patch(`/api/media/${id}`)
          .attach('file', await newPicture(), png)
          .field('_payload', JSON.stringify(data))
      expect((await replace({ alt: '' })).status).toBe(400)
      const file = path.join(instance.env.uploadsDir, String(filename))
      expect(await readFile(file)).toEqual(bytes)
      expect((await replace({ alt: 'B' })).status).toBe(200)
      await expect(readFile(file)).rejects.toThrow('ENOENT')
      expect((await readdir(instance.env.uploadsDir)).filter((name) => name.endsWith('.replaced'))).toEqual(
        [],
      )
      const all = await instance.admin.patch('/api/media?where[id][exists]=true').attach('file', bytes, png)
      expect([all.status, all.body.detail]).toEqual([400, expect.stringContaining('one picture')])
    })

    it('does not keep others from writing while it is examined', async () => {
      const bytes = await newPicture()
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const busy = [inTurn(() => held), inTurn(() => held)]
      const waiting = send(bytes, png, { alt: 'A' }).then((answer) => answer)
      await new Promise((resolve) => setTimeout(resolve, 300))
      const before = await total()
      expect((await article({}, 'draft')).status).toBe(201)
      expect(await total()).toBe(before)
      release()
      await Promise.all(busy)
      expect((await waiting).status).toBe(201)
    })

    it('examines nothing for those who may not upload', async () => {
      const reader = signedIn(instance.app, await signIn(instance.payload, 'reader@galley.test', 'reader'))
      const answer = await reader
        .post('/api/media')
        .attach('file', await newPicture(), png)
        .field('_payload', '{}')
      expect(answer.status).toBe(403)
    })

    it('keeps a focal point at the edge, holds one inside the picture, and leaves the original alone', async () => {
      const { id, filename, ...made } = await upload({ alt: 'A', focalX: 0, focalY: 30 })
      expect(made).toMatchObject({ focalX: 0, focalY: 30 })
      const file = path.join(instance.env.uploadsDir, String(filename))
      await utimes(file, 1, 1)
      const edited = await instance.admin
        .patch(`/api/media/${id}?uploadEdits[focalPoint][x]=140&uploadEdits[focalPoint][y]=-3`)
        .send({ focalX: 0, focalY: 30 })
      expect(edited.body.doc).toMatchObject({ focalX: 100, focalY: 0 })
      expect((await stat(file)).mtimeMs).toBe(1000)
    })
  })

  describe('being shown', () => {
    it('needs an alt text: lead picture, portrait and in a text, on every way in', async () => {
      const { id, filename } = await upload({})
      const refused = await article({ image: id })
      expect(refused.status).toBe(400)
      expect(refused.body.errors[0].data.errors).toEqual([
        { path: 'image', message: expect.stringMatching(`“${filename}” has no alt text`) },
      ])
      const inText = await article({ body: withPicture(id) })
      expect([inText.status, inText.body.errors[0].data.errors[0].path]).toEqual([400, 'body'])
      const person = await instance.admin
        .post('/api/people')
        .send({ name: 'Ada', photo: id, _status: 'published' })
      expect([person.status, person.body.errors[0].data.errors[0].path]).toEqual([400, 'photo'])
      const data = { title: 'Local', image: id, _status: 'published' } as never
      await expect(instance.payload.create({ collection: 'articles', data })).rejects.toThrow(/image/i)

      expect((await article({ body: withPicture(id, 'A colour, here') })).status).toBe(201)
      const draft = await article({ image: id }, 'draft')
      expect(draft.status).toBe(201)
      const go = () =>
        instance.admin.patch(`/api/articles/${draft.body.doc.id}`).send({ _status: 'published' })
      expect((await go()).status).toBe(400)
      await instance.admin.patch(`/api/media/${id}`).send({ alt: 'A colour' }).expect(200)
      expect((await go()).status).toBe(200)
    })

    it('keeps what is public as it is, and lets it be taken back', async () => {
      const { id } = await upload({ alt: 'A colour' })
      const { id: shown, slug } = await publish({ image: id })
      await instance.payload.db.updateOne({ collection: 'media', id, data: { alt: '' } })
      const again = await instance.admin
        .patch(`/api/articles/${shown}`)
        .send({ title: 'New', _status: 'published' })
      expect(again.status).toBe(400)
      await request(instance.app).get(`/v1/articles/${slug}`).expect(200)
      await unpublish(shown)
      await request(instance.app).get(`/v1/articles/${slug}`).expect(410)
    })

    it('keeps its alt text and its place while something public shows it', async () => {
      const { id, filename } = await upload({ alt: 'A colour' })
      const { id: shown, title } = await publish({ image: id })
      const emptied = await instance.admin.patch(`/api/media/${id}`).send({ alt: ' ' })
      expect(emptied.status).toBe(400)
      expect(emptied.body.errors[0].data.errors).toEqual([
        { path: 'alt', message: expect.stringContaining(`the article “${title}”`) },
      ])
      const trash = () =>
        instance.admin.patch(`/api/media/${id}`).send({ deletedAt: new Date().toISOString() })
      for (const answer of [await trash(), await instance.admin.delete(`/api/media/${id}`)]) {
        expect([answer.status, answer.body.detail]).toEqual([
          409,
          `“${filename}” is shown in public by the article “${title}”. Take it out there first, then delete it.`,
        ])
      }
      const bulk = await instance.admin.delete(`/api/media?where[id][equals]=${id}`)
      expect(JSON.stringify(bulk.body)).toContain('is shown in public')
      // A draft over the live article that has another picture changes nothing of that.
      await instance.admin
        .patch(`/api/articles/${shown}?draft=true`)
        .send({ image: null, _status: 'draft' })
        .expect(200)
      expect((await trash()).status).toBe(409)
      expect(await stat(path.join(instance.env.uploadsDir, String(filename)))).toBeTruthy()

      await unpublish(shown)
      await instance.admin.patch(`/api/media/${id}`).send({ alt: '' }).expect(200)
      await trash().expect(200)
      const refused = await article({ image: id })
      expect([refused.status, JSON.stringify(refused.body.errors)]).toEqual([
        400,
        expect.stringContaining('in the trash'),
      ])
      await instance.admin.delete(`/api/media/${id}?trash=true`).expect(200)
    })

    it('keeps the site’s icon', async () => {
      const { id } = await upload({})
      await instance.admin.post('/api/globals/settings').send({ icon: id }).expect(200)
      const answer = await instance.admin.delete(`/api/media/${id}`)
      expect([answer.status, answer.body.detail]).toEqual([
        409,
        expect.stringContaining('the settings, as the site’s icon'),
      ])
      await instance.admin.post('/api/globals/settings').send({ icon: null }).expect(200)
    })

    it('names file and line of what a content folder may not show', async () => {
      const root = await mkdtemp(path.join(tmpdir(), 'pictures-'))
      const put = (name: string, bytes: Buffer | string) => writeFile(path.join(root, name), bytes)
      const words = (slug: string, image: string) =>
        put(`${slug}.md`, `---\ntype: article\nslug: ${slug}\ntitle: T\n${image}\n---\n\nWords.\n`)
      await put('good.png', await newPicture())
      await put('page.png', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
      await put('bomb.png', pngBomb(15_000))
      await put('cut.png', (await newPicture()).subarray(0, -30))
      await put('two.png', Buffer.concat([await newPicture(), Buffer.from('<?php 1')]))
      for (const name of ['good', 'page', 'bomb', 'cut', 'two'])
        await words(`pic-${name}`, `image: { src: ${name}.png }`)
      await words('pic-fine', 'image: { src: good.png, alt: A colour }')
      const { payload } = instance
      const result = await importContent({ payload, paths: [root], publish: true } as never)
      const said = (result as unknown as { errors: string[] }).errors.join('\n')
      for (const fault of [
        /pic-page\.md:5: the picture "page\.png" is an SVG drawing/,
        /pic-bomb\.md:5: the picture "bomb\.png" has 15,000 × 15,000 pixels/,
        /pic-cut\.md:5: the picture "cut\.png" is cut off/,
        /pic-two\.md:5: the picture "two\.png" has a web page or program \(“<\?php”\) hidden after its end/,
        /pic-good\.md:5: .*has no alt text/,
      ]) {
        expect(said).toMatch(fault)
      }
      expect(said).not.toContain('pic-fine')
    })
  })

  describe('/media', () => {
    let server: Server
    let origin: string
    let address: string
    let shown: Id
    const ask = (init: RequestInit = {}, at = address) => fetch(origin + at, init)

    beforeAll(async () => {
      server = createServer(instance.app).listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
      const { id } = await upload({ alt: 'Noise' }, await noise(900, 600).jpeg().toBuffer())
      const { id: article, slug } = await publish({ image: id })
      shown = article
      const { body } = await request(instance.app).get(`/v1/articles/${slug}`)
      address = new URL(body.data.image.url).pathname
    })
    afterAll(() => new Promise((resolve) => server?.close(resolve)))

    it('gives a picture out for good: immutable, typed, never sniffed, for any site', async () => {
      const answer = await ask()
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-length': String(bytes.length),
        'cache-control': 'public, max-age=31536000, immutable',
        etag: `"${path.basename(address)}"`,
        'accept-ranges': 'bytes',
        'x-content-type-options': 'nosniff',
        'access-control-allow-origin': '*',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      expect((await sharp(bytes).metadata()).width).toBe(900)
      const webp = await ask({}, address.replace(/\.jpg$/, '.webp'))
      expect([webp.status, webp.headers.get('content-type')]).toEqual([200, 'image/webp'])
      const head = await ask({ method: 'HEAD' })
      expect([
        head.status,
        head.headers.get('content-length'),
        (await head.arrayBuffer()).byteLength,
      ]).toEqual([200, String(bytes.length), 0])
    })

    it('answers conditional requests', async () => {
      // Not through fetch, which asks for a new copy (Cache-Control: no-cache) beside a condition.
      const get = (headers: { [name: string]: string } = {}) =>
        request(instance.app).get(address).set(headers)
      const { etag, 'last-modified': modified } = (await get()).headers as { [name: string]: string }
      for (const headers of [
        { 'If-None-Match': String(etag) },
        { 'If-None-Match': `"a", W/${etag}` },
        { 'If-None-Match': '*' },
        { 'If-Modified-Since': String(modified) },
      ] as { [name: string]: string }[]) {
        const answer = await get(headers)
        expect([answer.status, answer.headers.etag, answer.headers['cache-control'], answer.text]).toEqual([
          304,
          etag,
          'public, max-age=31536000, immutable',
          '',
        ])
      }
      await get({ 'If-None-Match': '"another"' }).expect(200)
      await get({ 'If-Modified-Since': 'Thu, 01 Jan 2015 00:00:00 GMT' }).expect(200)
    })

    describeOnSqlite('over HTTP', () => {
      it('answers ranges', async () => {
        const whole = Buffer.from(await (await ask()).arrayBuffer())
        const size = whole.length
        const range = async (headers: { [name: string]: string }) => {
          const answer = await ask({ headers })
          const bytes = Buffer.from(await answer.arrayBuffer())
          return { status: answer.status, range: answer.headers.get('content-range'), bytes }
        }
        expect(await range({ Range: 'bytes=0-9' })).toEqual({
          status: 206,
          range: `bytes 0-9/${size}`,
          bytes: whole.subarray(0, 10),
        })
        expect((await range({ Range: 'bytes=-7' })).bytes).toEqual(whole.subarray(-7))
        expect(await range({ Range: `bytes=${size}-` })).toMatchObject({
          status: 416,
          range: `bytes */${size}`,
        })
        const etag = `"${path.basename(address)}"`
        expect((await range({ Range: 'bytes=0-9', 'If-Range': etag })).status).toBe(206)
        expect(await range({ Range: 'bytes=0-9', 'If-Range': '"old"' })).toMatchObject({
          status: 200,
          bytes: whole,
        })
      })

      it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses %s', async (method) => {
        const answer = await ask({ method })
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
        expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      })
    })

    it('gives out nothing else, however it is asked for', async () => {
      const { renditionsDir } = instance.env
      const key = path.basename(address).slice(0, 32)
      await writeFile(path.join(renditionsDir, `${key}-full.jpg.1.x.tmp`), 'unfinished')
      const hidden = await upload({ alt: 'Not shown' })
      await instance.galley.settled()
      const row = await instance.payload.findByID({ collection: 'media', id: hidden.id })
      const { files } = row.renditions as unknown as { files: { name: string }[] }
      for (const at of [
        `/media/${files[0]?.name}`,
        `/media/${key}.json`,
        `/media/${key}-full.jpg.1.x.tmp`,
        '/media/',
        '/media/..%2fgalley.db',
        '/media/%2e%2e%2fgalley.db',
        '/media/../uploads/a.png',
        '/media/..%5cuploads%5ca.png',
        `/media/${path.basename(address)}%00.png`,
        `/media/%00`,
        `/media/x/../${key}-full.gif`,
        `/media/${path.basename(address)}/`.replace('.jpg/', '.JPG'),
        '/media/%ff',
      ]) {
        // Not through fetch, which tidies paths.
        const answer = await rawGet(origin, at)
        expect([at, /^HTTP\/1\.1 (404|400) /.test(answer)]).toEqual([at, true])
        expect(answer).toMatch(/problem\+json/)
        expect(answer).not.toMatch(/immutable/)
      }
    })

    it('gives it out no longer once nothing public shows it', async () => {
      expect((await ask()).status).toBe(200)
      await unpublish(shown)
      const gone = await ask()
      expect([gone.status, gone.headers.get('cache-control'), gone.headers.get('etag')]).toEqual([
        404,
        'no-store',
        null,
      ])
      await instance.admin.patch(`/api/articles/${shown}`).send({ _status: 'published' }).expect(200)
      await instance.galley.settled()
      expect((await ask()).status).toBe(200)
    })
  })
})

describe.skipIf(databaseUrl() === null)('renditions on disk', () => {
  it('stay while a picture has them, and are swept after the next start when none has', async () => {
    const first = await startGalley()
    const { renditionsDir } = first.env
    const make = async (colour: string) => {
      const data = await plain(50, 40, colour).png().toBuffer()
      const file = { data, mimetype: 'image/png', name: 'a.png', size: data.length }
      const { id } = await first.payload.create({ collection: 'media', data: { alt: colour }, file })
      await first.galley.settled()
      return id
    }
    const [kept, trashed, gone, moved] = [
      await make('red'),
      await make('green'),
      await make('blue'),
      await make('grey'),
    ]
    const before = (await readdir(renditionsDir)).length
    await first.payload.update({
      collection: 'media',
      id: trashed,
      data: { deletedAt: new Date().toISOString() },
    })
    await first.payload.update({ collection: 'media', id: moved, data: { focalX: 10, focalY: 10 } })
    await first.payload.delete({ collection: 'media', id: gone })
    await first.galley.settled()
    expect((await readdir(renditionsDir)).length).toBe(before + before / 4)
    const used = await renditionsInUse(first.payload)
    expect(used.size).toBe(3)
    const long = new Date(Date.now() - 7_200_000)
    for (const name of await readdir(renditionsDir)) await utimes(path.join(renditionsDir, name), long, long)
    const original = async (id: Id) => {
      const { filename } = await first.payload.findByID({ collection: 'media', id })
      return path.join(first.env.uploadsDir, String(filename))
    }
    // As a crash leaves them while one was being replaced, and just after another one was.
    const [lost, replaced] = [await original(kept), await original(moved)]
    const bytes = await readFile(lost)
    await rename(lost, `${lost}.${randomUUID()}.replaced`)
    await writeFile(`${replaced}.${randomUUID()}.replaced`, 'old')
    await first.galley.stop()

    const second = await startGalley({}, first, { sweepAfterMs: 0 })
    const keys = async () => new Set((await readdir(renditionsDir)).map((name) => name.slice(0, 32)))
    await expect.poll(keys, { timeout: 60_000 }).toEqual(used)
    await second.galley.stop()
    const left = await readdir(renditionsDir)
    expect(await keys()).toEqual(used)
    expect(left).toHaveLength((before / 4) * 3)
    const row = await second.payload.findByID({ collection: 'media', id: kept })
    const { files } = row.renditions as unknown as { files: { name: string }[] }
    expect(files.every(({ name }) => left.includes(name))).toBe(true)
    expect(await readFile(lost)).toEqual(bytes)
    expect((await readFile(replaced)).length).toBeGreaterThan(10)
    await second.payload.destroy()
    await first.close()
  })
})

/** The answer's head and body as they come, to a path that is sent as it is. */
function rawGet(origin: string, at: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${at} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    )
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })
}
