import type { ContentItem } from '../../pipelines/content-item.ts'
import type { ContentType } from '../../pipelines/content-type.ts'
import { bodyOf, sentencesOf } from '../content/body.ts'
import { buildItem } from '../content/build-item.ts'
import { itemsOf, toTopicRef } from '../content/cards.ts'
import { textOf } from '../content/values.ts'
import { profileBlocks } from './blocks.ts'
import { roleProfileJsonLd } from './json-ld.ts'
import { roleProfilePost } from './post.ts'
import { readProfile } from './profile.ts'

/** A role profile. `fields`: `ProfileFields`. */
export const roleProfiles: ContentType = {
  collection: 'role-profiles',
  richText: ['body'],
  toPost: roleProfilePost,
  toContentItem(document, related) {
    const { fields, familyItem } = readProfile(document, related)
    const body = bodyOf(document)
    const topics = itemsOf(related, 'topics', document.topics).map(toTopicRef)
    return buildItem({
      collection: 'role-profiles',
      document,
      related,
      title: textOf(document.title),
      summaries: [
        textOf(document.summary),
        fields.level?.summary ?? '',
        sentencesOf(body),
        familyItem && familyItem.summary !== familyItem.title ? familyItem.summary : '',
      ],
      blocks: profileBlocks(fields, body),
      closes: true,
      topics: topics.length > 0 ? topics : (familyItem?.topics ?? []),
      fields: fields as unknown as ContentItem['fields'],
      jsonLd: roleProfileJsonLd,
    })
  },
}
