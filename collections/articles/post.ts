import { composeAny } from '../../pipelines/channels/linkedin/compose-any.ts'
import type { ContentType } from '../../pipelines/content-type.ts'

/** Its strongest claim or contrast, the argument in short blocks, its own question to the readers. */
export const articlePost: NonNullable<ContentType['toPost']> = (item, voice) => composeAny(item, voice)
