/**
 * The pictures of the database as an import sees them. The same bytes are uploaded once; only where files want
 * them with other words (`alt`, `credit`) or another focal point is there a second document, because those
 * belong to the picture and not to the place that shows it.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { NO_JOINS } from '../../database/no-joins.ts'
import type { GivenPicture } from './content-file.ts'
import { madeUpId } from './made-up-id.ts'
import { contentHash, type PictureFile } from './picture-file.ts'
import type { Id } from './to-data.ts'

export type StoredPicture = {
  id: Id
  uid: string
  filename: string
  filesize: number
  /** sha256 of the original, once it was asked for; null: it is not on disk. */
  hash?: string | null
  alt: string
  credit: string
  focalPoint: { x: number; y: number }
}

type Row = {
  id: Id
  uid?: string | null
  filename?: string | null
  filesize?: number | null
  alt?: string | null
  credit?: string | null
  focalX?: number | null
  focalY?: number | null
}

const CENTRE = { x: 50, y: 50 }

export class Pictures {
  readonly #payload: Payload
  readonly #stored = new Map<string, StoredPicture>()

  readonly #isRehearsal: boolean

  private constructor(payload: Payload, isRehearsal: boolean) {
    this.#payload = payload
    this.#isRehearsal = isRehearsal
  }

  /** Every picture that is not in the trash. `rehearse`: those that would be uploaded are only noted, under a made-up id. */
  static async load(payload: Payload, rehearse = false): Promise<Pictures> {
    const pictures = new Pictures(payload, rehearse)
    const { docs } = await payload.find({
      collection: 'media',
      depth: 0,
      joins: NO_JOINS,
      limit: 0,
      pagination: false,
      sort: 'id',
      overrideAccess: true,
    })
    for (const row of docs as unknown as Row[]) pictures.#note(row)
    return pictures
  }

  #note(row: Row): StoredPicture {
    const stored: StoredPicture = {
      id: row.id,
      uid: row.uid ?? '',
      filename: row.filename ?? '',
      filesize: row.filesize ?? 0,
      alt: row.alt ?? '',
      credit: row.credit ?? '',
      focalPoint: { x: row.focalX ?? CENTRE.x, y: row.focalY ?? CENTRE.y },
    }
    this.#stored.set(String(row.id), stored)
    return stored
  }

  byId(id: Id): StoredPicture | undefined {
    return this.#stored.get(String(id))
  }

  all(): StoredPicture[] {
    return [...this.#stored.values()]
  }

  /**
   * The document for a picture of the front matter: `current` (what the document shows now) as long as the
   * bytes and all that the file says about them agree, else one that has all the same, else a new one.
   */
  async forField(given: GivenPicture, file: PictureFile, current: Id | null): Promise<StoredPicture> {
    const same = await this.#withBytesOf(file)
    const shown = same.find(({ id }) => id === current)
    if (shown && agrees(shown, given)) return shown
    const {
      alt = shown?.alt ?? '',
      credit = shown?.credit ?? '',
      focalPoint = shown?.focalPoint ?? CENTRE,
    } = given
    const wanted = { src: given.src, alt, credit, focalPoint }
    return same.find((one) => agrees(one, wanted)) ?? (await this.#upload(file, wanted, same.length > 0))
  }

  /** For a picture inside a text, which may say an `alt` of its own there. `current`: those of the text now. */
  async forBody(given: GivenPicture, file: PictureFile, current: readonly Id[]): Promise<StoredPicture> {
    const same = await this.#withBytesOf(file)
    const shown = same.filter(({ id }) => current.includes(id))
    const { alt } = given
    const known =
      [...shown, ...same].find((one) => one.alt === (alt ?? '')) ?? shown[0] ?? (alt ? same[0] : undefined)
    return known ?? (await this.#upload(file, { src: given.src, alt: alt ?? '' }, same.length > 0))
  }

  async #withBytesOf(file: PictureFile): Promise<StoredPicture[]> {
    const found: StoredPicture[] = []
    for (const one of this.#stored.values()) {
      if (one.filesize === file.size && (await this.hashOf(one)) === file.hash) found.push(one)
    }
    return found
  }

  /** Null when the original is not on disk any more. */
  async hashOf(picture: StoredPicture): Promise<string | null> {
    if (picture.hash === undefined) {
      const folder = this.#payload.collections.media.config.upload.staticDir ?? ''
      const bytes = await readFile(path.join(folder, picture.filename)).catch(() => null)
      picture.hash = bytes && contentHash(bytes)
    }
    return picture.hash
  }

  async #upload(file: PictureFile, given: GivenPicture, isSecond: boolean): Promise<StoredPicture> {
    const { ext, name } = path.parse(file.name)
    const { alt, credit, focalPoint } = given
    if (this.#isRehearsal) {
      const id = madeUpId(this.#payload, this.#stored.size)
      const noted = this.#note({ id, filename: file.name, filesize: file.size, alt, credit })
      return Object.assign(noted, { hash: file.hash, focalPoint: focalPoint ?? CENTRE })
    }
    const row = await this.#payload.create({
      collection: 'media',
      data: {
        ...(alt ? { alt } : {}),
        ...(credit ? { credit } : {}),
      } as never,
      file: {
        data: await readFile(file.file),
        mimetype: file.mimetype,
        // A name that no other picture of the set can have: an export keeps the shorter one.
        name: isSecond ? `${name}-${file.hash.slice(0, 12)}${ext}` : file.name,
        size: file.size,
      },
      // As a form sends it: in `data` Payload takes a 0 for nothing.
      ...(focalPoint ? { req: { query: { uploadEdits: { focalPoint } } } as never } : {}),
      depth: 0,
      overrideAccess: true,
    })
    return this.#note(row as unknown as Row)
  }
}

function agrees(stored: StoredPicture, given: GivenPicture): boolean {
  const { alt = stored.alt, credit = stored.credit, focalPoint = stored.focalPoint } = given
  const { x, y } = stored.focalPoint
  return alt === stored.alt && credit === stored.credit && focalPoint.x === x && focalPoint.y === y
}
