import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { plain } from './pictures.fixture.ts'
import { makeRenditions } from './renditions.ts'
import { sweepRenditions } from './sweep.ts'

const HOUR = 3_600_000
const OLD = new Date(Date.now() - 2 * HOUR)
const [USED, UNUSED] = ['a'.repeat(32), 'b'.repeat(32)]

describe('sweepRenditions', () => {
  let directory: string
  const put = async (name: string, time = OLD) => {
    const file = path.join(directory, name)
    await writeFile(file, '12345')
    await utimes(file, time, time)
  }
  const sweep = (inUse: string[] = [USED]) =>
    sweepRenditions({
      directory,
      before: new Date(Date.now() - HOUR),
      inUse: async () => new Set(inUse),
    })

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'sweep-'))
  })

  it('takes what nobody needs and keeps the rest', async () => {
    for (const key of [USED, UNUSED])
      for (const end of ['-full.webp', '-1x1.jpg', '.json']) await put(key + end)
    for (const name of ['notes.txt', 'not-a-key-full.webp']) await put(name)
    expect(await sweep()).toEqual({ files: 3, bytes: 15 })
    expect((await readdir(directory)).sort()).toEqual(
      [`${USED}-1x1.jpg`, `${USED}-full.webp`, `${USED}.json`, 'not-a-key-full.webp', 'notes.txt'].sort(),
    )
    expect(await sweep()).toEqual({ files: 0, bytes: 0 })
  })

  it('takes what a crash left half-written, once it is old', async () => {
    await put(`${USED}-full.webp.12.abc.tmp`)
    await put(`${USED}-1x1.webp.12.abc.tmp`, new Date())
    await put(`${UNUSED}-full.webp`)
    expect(await sweep()).toEqual({ files: 2, bytes: 10 })
    expect(await readdir(directory)).toEqual([`${USED}-1x1.webp.12.abc.tmp`])
  })

  it('leaves what was made just now, although no row has it yet', async () => {
    await put(`${UNUSED}-full.webp`, new Date())
    await put(`${UNUSED}.json`, new Date())
    expect(await sweep()).toEqual({ files: 0, bytes: 0 })
  })

  it('leaves old files that another picture has just taken up', async () => {
    const source = path.join(directory, 'source.png')
    await writeFile(source, await plain().png().toBuffer())
    const make = () =>
      makeRenditions({
        source,
        directory: path.join(directory, 'out'),
        focalPoint: { x: 50, y: 50 },
        known: null,
      })
    const first = await make()
    const out = path.join(directory, 'out')
    const names = await readdir(out)
    for (const name of names) await utimes(path.join(out, name), OLD, OLD)
    expect(await make()).toEqual(first)
    const swept = await sweepRenditions({
      directory: out,
      before: new Date(Date.now() - HOUR),
      inUse: async () => new Set<string>(),
    })
    expect([swept.files, await readdir(out)]).toEqual([0, names])
  })

  it('makes anew what was swept, although the row still names it', async () => {
    const source = path.join(directory, 'source.png')
    await writeFile(source, await plain().png().toBuffer())
    const out = path.join(directory, 'out')
    const make = (known: Awaited<ReturnType<typeof makeRenditions>> | null) =>
      makeRenditions({ source, directory: out, focalPoint: { x: 50, y: 50 }, known })
    const known = await make(null)
    for (const name of await readdir(out)) await utimes(path.join(out, name), OLD, OLD)
    await sweepRenditions({ directory: out, before: new Date(), inUse: async () => new Set<string>() })
    expect(await readdir(out)).toEqual([])
    expect(await make(known)).toEqual(known)
    expect(await readdir(out)).toHaveLength(known.files.length + 1)
  })

  it('may run twice at once, and where no folder is', async () => {
    for (const end of ['-full.webp', '-1x1.jpg', '.json']) await put(UNUSED + end)
    await Promise.all([sweep(), sweep(), sweep()])
    expect(await readdir(directory)).toEqual([])
    directory = path.join(directory, 'nowhere')
    expect(await sweep()).toEqual({ files: 0, bytes: 0 })
  })
})
