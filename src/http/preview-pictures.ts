/** Pictures of drafts: `/media` gives out only what something public shows, so a preview brings passes for the others. */
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { makeToken, readToken } from '../../collections/preview/token.ts'
import { RENDITION_NAME } from '../../media/rendition-name.ts'
import type { Store } from '../../pipelines/channels/delivery/store.ts'
import { sendKept } from './send-kept.ts'

const idOf = (name: string) => `files:${name}`
const ADDRESS = /\/media\/([0-9a-f]{32}-[0-9a-z]+\.(?:webp|jpg))/g

/** An item's JSON with addresses that can be read; `publicUrl` without a trailing slash. */
export function withPictures(
  text: string,
  options: { payload: Payload; store: Store; publicUrl: string },
): string {
  const { payload, store, publicUrl } = options
  const isPublic = store.sql('SELECT 1 FROM files WHERE name = ? LIMIT 1')
  const readable = (address: string, name: string) => {
    if (isPublic.get(name) !== undefined) return address
    // The same for a while: browsers need not fetch it anew each time.
    const pass = makeToken(
      payload.secret,
      { itemId: idOf(name), slug: name },
      { now: Date.now(), isSteady: true },
    )
    return `${publicUrl}/v1/preview/media/${name}?token=${pass}`
  }
  // One picture stands in every form of the body.
  const known = new Map<string, string>()
  return text.replace(new RegExp(escaped(publicUrl) + ADDRESS.source, 'g'), (address, name: string) => {
    const shown = known.get(name) ?? readable(address, name)
    known.set(name, shown)
    return shown
  })
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `/v1/preview/media/{name}?token=`; passes on what has no pass for this very file. */
export function previewPictures({
  payload,
  directory,
}: {
  payload: Payload
  directory: string
}): RequestHandler {
  return (request, response, next) => {
    const name = String(request.params.name)
    const { token } = request.query
    const pass = readToken(payload.secret, typeof token === 'string' ? token : '', Date.now())
    if (pass?.itemId !== idOf(name) || !RENDITION_NAME.test(name)) return next()
    sendKept(response, { name, directory, isPrivate: true }, next)
  }
}
