/** Pictures in a body: in a content file `ref` is a path and `alt` what the reader gets. */
import type { Block, Embed } from '../../pipelines/rich-text/block.ts'
import { mapBlocks } from '../../pipelines/rich-text/walk.ts'
import type { GivenPicture } from './content-file.ts'

export type BodyPicture = Extract<Embed, { kind: 'image' }>

/** The same body with other pictures; undefined takes one out. Pure. */
export function mapPictures(
  blocks: readonly Block[],
  change: (embed: BodyPicture) => BodyPicture | undefined,
): Block[] {
  return mapBlocks(blocks, {
    block(block) {
      if (block.type !== 'embed' || block.embed.kind !== 'image') return [block]
      const embed = change(block.embed)
      return embed ? [{ type: 'embed', embed }] : []
    },
  })
}

/** Every picture of a body, in order. */
export function picturesIn(blocks: readonly Block[]): BodyPicture[] {
  const found: BodyPicture[] = []
  mapPictures(blocks, (embed) => {
    found.push(embed)
    return embed
  })
  return found
}

/** A picture of a body as one of the front matter would be given. */
export function toGivenPicture({ image, alt }: BodyPicture): GivenPicture {
  return { src: String(image.ref), ...(alt === undefined ? {} : { alt }) }
}
