/** What can be wrong with files on a disk: each fault is named with file and line, everything else goes in. */
import { chmod, mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadFiles } from '../../src/content-files/load-files.ts'
import { formatProblem } from '../../src/content-files/problem.ts'
import { article, type Files, findBySlug, newScratch, shorten, take } from '../support/content-set.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'

const HALL = path.resolve('tests/fixtures/content/full/images/hall.jpg')

describe.skipIf(databaseUrl() === null)('a set with faults', () => {
  let galley: TestGalley
  let scratch: Awaited<ReturnType<typeof newScratch>>
  const servers: Server[] = []

  beforeAll(async () => {
    scratch = await newScratch()
    galley = await startGalley()
  })
  afterAll(async () => {
    for (const server of servers) server.close()
    await galley?.close()
    await scratch?.remove()
  })

  const import_ = (folder: string, options = {}) => take(galley.payload, folder, options)
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

  it('names every fault of one set with file and line, and takes the rest', async () => {
    const files: Files = {
      // What is well.
      'articles/ok-1.md': article('ok-1', '', '[ok-2](ok-2.md)'),
      'articles/ok-2.md': article('ok-2', '', '[ok-1](ok-1.md) [itself](ok-2.md)'),
      'articles/ok-crlf.md': article('ok-crlf', '', 'One\n\nTwo').replaceAll('\n', '\r\n'),
      'articles/ok-cr.md': article('ok-cr', '', 'One\n\nTwo').replaceAll('\n', '\r'),
      'articles/ok-bom.md': `\uFEFF${article('ok-bom')}`,
      'articles/Größe und Höhe.md': article('ok-name'),
      'articles/ok-no-end.md': '---\ntype: article\ntitle: No end of line\n---',
      // What is not.
      'articles/alias-bomb.md': article('bomb', 'topics: &a [*a, *a]\n'),
      'articles/bad-yaml.md': '---\ntype: article\nslug: bad-yaml\ntitle: a: b\n---\n\nWords\n',
      'articles/bad-utf8.md': bytes(article('bad-utf8', '', 'One\n\nTwo '), [0xc3, 0x28, 0x0a]),
      'articles/big.md': bytes(article('big'), 'x'.repeat(20_000_000)),
      'articles/dup-key.md': article('dup-key', 'summary: a\nsummary: b\n'),
      'articles/empty.md': '',
      'articles/missing.md': article('missing', 'faqs:\n  - ok-faq\n  - no-such-faq\n'),
      'articles/nul.md': article('nul', '', 'a\u0000b'),
      'articles/open.md': '---\ntype: article\nslug: open\n',
      'articles/outside.md': article(
        'outside',
        'image: { src: ../../../../../../../../etc/passwd, alt: x }\n',
      ),
      'articles/tabs.md': '---\ntype: article\nslug: tabs\nchannels:\n\tfeeds: 1\n---\n',
      'articles/twin-a.md': article('twin'),
      'articles/twin-b.md': article('twin'),
      'articles/uid-a.md': article('uid-a', 'uid: same-uid\n'),
      'articles/uid-b.md': article('uid-b', 'uid: same-uid\n'),
      'articles/unknown.md': article('unknown', 'sumary: x\n'),
      'articles/wants-bad.md': article('wants-bad', '', 'One\n\n[x](bad-yaml.md)'),
      'articles/wrong-list.md': article('wrong-list', 'topics: ok-topic\n'),
      'articles/wrong-number.md': article('wrong-number', 'summary: 12\n'),
      'articles/zone.md': article('zone', 'publishedAt: 2026-01-01T10:00\n'),
      'faqs/ok-faq.md': '---\ntype: faq\nslug: ok-faq\nquestion: Q?\n---\n\nA.\n',
      'README.md': '# Notes for ourselves\n\nNot content.\n',
    }
    const folder = await scratch.set(files)
    const { errors, created, failed } = await import_(folder)
    expect(errors).toEqual([
      expect.stringMatching(/^articles\/alias-bomb\.md:5: "topics" must be a list of slugs/),
      expect.stringMatching(/^articles\/bad-utf8\.md:10: these bytes are not UTF-8: save the file as UTF-8$/),
      expect.stringMatching(/^articles\/bad-yaml\.md:4: broken YAML: .*put the value in quotes/),
      'articles/big.md:1: the file has 20 MB; the most is 5: split the text',
      expect.stringMatching(/^articles\/dup-key\.md:6: broken YAML: .*the key stands here twice/),
      'articles/empty.md:1: the file is empty: write it, or delete it',
      expect.stringMatching(
        /^articles\/missing\.md:7: there is no FAQ "no-such-faq", neither in these files nor in the database\..* Correct the slug, or import faqs\/no-such-faq\.md too$/,
      ),
      expect.stringMatching(/^articles\/nul\.md:7: there is a NUL character here/),
      'articles/open.md:1: the front matter is never closed: end it with a line "---"',
      expect.stringMatching(
        /^articles\/outside\.md:5: the picture "[./]+\/etc\/passwd" is outside the content folder: /,
      ),
      expect.stringMatching(/^articles\/tabs\.md:5: broken YAML: .*indent with spaces/),
      expect.stringMatching(
        /^articles\/twin-b\.md:3: the article "twin" stands in articles\/twin-a\.md as well, which was taken: /,
      ),
      expect.stringMatching(
        /^articles\/uid-b\.md:5: the article with uid "same-uid" stands in articles\/uid-a\.md as well/,
      ),
      expect.stringMatching(/^articles\/unknown\.md:5: unknown key "sumary"\. Did you mean "summary"\?$/),
      expect.stringMatching(
        /^articles\/wants-bad\.md:9: the article "bad-yaml" did not go in: mend articles\/bad-yaml\.md first$/,
      ),
      expect.stringMatching(/^articles\/wrong-list\.md:5: "topics" must be a list of slugs/),
      expect.stringMatching(
        /^articles\/wrong-number\.md:5: "summary" must be text: put it in quotes, not 12$/,
      ),
      expect.stringMatching(/^articles\/zone\.md:5: "publishedAt" must be a date such as/),
    ])
    expect(failed).toBe(18)
    expect(created).toBe(Object.keys(files).length - 19)
    for (const slug of [
      'ok-1',
      'ok-2',
      'ok-crlf',
      'ok-cr',
      'ok-bom',
      'ok-name',
      'ok-no-end',
      'twin',
      'uid-a',
    ])
      expect(await findBySlug(galley.payload, 'articles', slug), slug).toBeDefined()
    const again = await import_(folder)
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: created, failed: 18 })
    expect(again.errors).toEqual(errors)
  })

  it('follows no link, opens no pipe, and reads no folder as a file', async () => {
    const picture = await readFile(HALL)
    const folder = await scratch.set({
      'articles/linked.md': article('linked'),
      'articles/pic.md': article('pic', 'image: { src: ../images/out.jpg, alt: x }\n'),
      'articles/pipe-pic.md': article('pipe-pic', 'image: { src: ../images/pipe.jpg, alt: x }\n'),
      'articles/fine.md': article('fine', 'image: { src: ../images/in.jpg, alt: x }\n'),
      'images/real.jpg': Buffer.concat([picture, Buffer.from('links')]),
    })
    const outside = await scratch.set({
      'secret.md': article('secret'),
      'secret.jpg': picture,
      'more/secret-2.md': article('secret-2'),
    })
    await symlink(path.join(outside, 'secret.md'), path.join(folder, 'articles/out.md'))
    await symlink(path.join(outside, 'more'), path.join(folder, 'articles/more'))
    await symlink(folder, path.join(folder, 'articles/loop'))
    await symlink(path.join(outside, 'none.md'), path.join(folder, 'articles/nowhere.md'))
    await symlink(path.join(outside, 'secret.jpg'), path.join(folder, 'images/out.jpg'))
    await symlink('real.jpg', path.join(folder, 'images/in.jpg'))
    await mkdir(path.join(folder, 'articles/folder.md'))
    await writeFile(path.join(folder, 'articles/folder.md/inside.md'), article('inside'))
    for (const socket of ['articles/pipe.md', 'images/pipe.jpg']) {
      const server = createServer().listen(path.join(scratch.folder, path.basename(socket)))
      servers.push(server)
      await new Promise((resolve) => server.once('listening', resolve))
      await rename(path.join(scratch.folder, path.basename(socket)), path.join(folder, socket))
    }
    const { errors, created, failed } = await import_(folder)
    expect(errors).toEqual([
      'articles/loop:1: this is a symbolic link to a folder: put the folder itself here',
      'articles/more:1: this is a symbolic link to a folder: put the folder itself here',
      'articles/nowhere.md:1: this is a symbolic link: put the file itself here',
      'articles/out.md:1: this is a symbolic link: put the file itself here',
      expect.stringMatching(
        /^articles\/pic\.md:5: the picture "\.\.\/images\/out\.jpg" is outside the content folder/,
      ),
      'articles/pipe-pic.md:5: the picture "../images/pipe.jpg" is not a file: name a file',
      'articles/pipe.md:1: this is no ordinary file: put one here, or delete it',
    ])
    expect([created, failed]).toEqual([3, 7])
    expect(await findBySlug(galley.payload, 'articles', 'secret')).toBeUndefined()
    expect(await findBySlug(galley.payload, 'articles', 'secret-2')).toBeUndefined()
    expect(await findBySlug(galley.payload, 'articles', 'inside')).toBeDefined()
  })

  it('names what it may not read', async () => {
    const folder = await scratch.set({
      'articles/locked.md': article('locked'),
      'articles/free.md': article('free'),
      'topics/t.md': '---\ntype: topic\nslug: locked-away\nname: T\n---\n',
    })
    await chmod(scratch.folder, 0o755)
    await chmod(path.join(folder, 'articles/locked.md'), 0)
    await chmod(path.join(folder, 'topics'), 0)
    const { files, problems } = await asNobody(() => loadFiles([folder]))
    await chmod(path.join(folder, 'topics'), 0o755)
    const said = problems.map(({ path: at, problem }) => formatProblem(at, problem)).sort()
    expect(shorten(said, folder)).toEqual([
      'articles/locked.md:1: the file cannot be read (EACCES): check its permissions',
      'topics:1: the folder cannot be read (EACCES): check its permissions',
    ])
    expect(files.map(({ slug }) => slug)).toEqual(['free'])
  })

  it('names what points into the trash', async () => {
    const { payload } = galley
    await import_(await scratch.set({ 'topics/t.md': '---\ntype: topic\nslug: binned\nname: T\n---\n' }))
    const { id } = await findBySlug(payload, 'topics', 'binned')
    await payload.update({ collection: 'topics', id, data: { deletedAt: new Date().toISOString() } as never })
    const folder = await scratch.set({
      'articles/a.md': article('wants-binned', 'topics: [binned]\n'),
      'articles/b.md': article('no-wants'),
    })
    const { errors, created } = await import_(folder)
    expect(errors).toEqual([
      'articles/a.md:5: the topic "binned" is in the trash: restore it, or take it out of this file',
    ])
    expect(created).toBe(1)
  })

  it('leaves a circle out when one of it cannot be saved, and takes it when that is mended', async () => {
    const profile = (score: string) =>
      `---\ntype: role-profile\nslug: ring-profile\ntitle: P\nfamily: ring-family\nlevel: rw1\nprofileVersion: 1\nprovenance:\n  sourceCount: 1\n  scores: { Focus: ${score} }\n---\n\n[a](../articles/ring-article.md)\n`
    const set = (score: string) =>
      scratch.set({
        'articles/a.md': article('ring-article', 'roleProfiles: [ring-profile]\n'),
        'role-families/f.md': '---\ntype: role-family\nslug: ring-family\nname: F\n---\n',
        'role-levels/w.md': '---\ntype: role-level\nslug: rw1\ncode: RW1\n---\n',
        'role-profiles/p.md': profile(score),
      })
    const first = await import_(await set('3.5'), { publish: true })
    expect(first).toMatchObject({ created: 2, failed: 2 })
    expect(first.errors).toEqual([
      'articles/a.md:5: role-profiles/ring-profile did not go in: mend it first',
      expect.stringMatching(/^role-profiles\/p\.md:10: .*"Focus" scores 3\.5/),
    ])
    // Nothing half-made is left.
    expect(await findBySlug(galley.payload, 'articles', 'ring-article')).toBeUndefined()
    expect(await findBySlug(galley.payload, 'role-profiles', 'ring-profile')).toBeUndefined()
    const mended = await import_(await set('4.5'), { publish: true })
    expect(mended).toMatchObject({ failed: 0, unchanged: 2, created: 2 })
    expect(await findBySlug(galley.payload, 'role-profiles', 'ring-profile')).toMatchObject({
      _status: 'published',
      body: expect.anything(),
    })
  })
})

/** Root may read everything, so a test that runs as root reads as nobody. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.('nobody')
  try {
    return await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
