/** What items are made of beside their body (pipelines/content-item.ts). */
import { anyOf, flag, list, object, oneOf, orNull, ref, type Schema, text, uri, whole } from './schema.ts'

const about = {
  id: text('`type:uid`; never changes.'),
  type: text(),
  slug: text(),
  url: uri('Of its page on the website.'),
  title: text(),
  summary: text(),
  image: orNull(ref('ImageRef')),
}

/** What cards of some types say beyond the rest. */
const more = {
  client: text('Case studies.'),
  abbreviation: text('Glossary terms.'),
  code: text('Role profiles.'),
  level: text("Role profiles: the level's code."),
}

const size = { width: whole('Pixels.'), height: whole('Pixels.') }

export const partSchemas: { [name: string]: Schema } = {
  Card: object(about, more, 'A related item, as much of it as a teaser needs.'),
  FaqCard: object(
    { ...about, html: text(), text: text(), blocks: list(ref('Block')) },
    more,
    'A question with its answer, whole.',
  ),
  PersonRef: object(
    { id: text(), slug: text(), url: uri(), name: text(), image: orNull(ref('ImageRef')) },
    { jobTitle: text(), headline: text(), linkedinUrn: text() },
  ),
  TopicRef: object({ id: text(), slug: text(), url: uri(), name: text() }, { hashtag: text() }),
  ImageRef: object(
    { id: text(), url: uri('The widest JPEG.'), ...size, alt: text(), renditions: list(ref('Rendition')) },
    {},
    'A picture with what is made from it.',
  ),
  Rendition: object({
    preset: oneOf('16x9', '4x3', '1x1', 'social', 'thumbnail', 'full'),
    format: oneOf('webp', 'jpeg'),
    url: uri(),
    ...size,
    bytes: whole(),
  }),
  Seo: object(
    { noIndex: flag() },
    {
      metaTitle: text(),
      metaDescription: text(),
      canonicalUrl: text(),
      image: object({ url: uri(), ...size, alt: text() }, {}, 'What a shared link shows: `og:image`.'),
    },
  ),
  Relations: object({
    faqs: list(ref('FaqCard')),
    caseStudies: list(ref('Card')),
    glossaryTerms: list(ref('Card')),
    roleProfiles: list(ref('Card')),
  }),
  SelectedRelations: object(
    {},
    {
      faqs: list(anyOf(ref('FaqCard'), ref('SelectedFaq'))),
      caseStudies: list(anyOf(ref('Card'), ref('SelectedCaseStudy'))),
      glossaryTerms: list(anyOf(ref('Card'), ref('SelectedGlossaryTerm'))),
      roleProfiles: list(anyOf(ref('Card'), ref('SelectedRoleProfile'))),
    },
    'Cards; whole items where `include` asks for them.',
  ),
  ChannelOverride: object(
    {},
    {
      include: flag(),
      text: text(),
      postAs: text(),
      format: oneOf('text', 'picture', 'link', 'document'),
      firstComment: text(),
      hashtags: list(text()),
    },
    'What an editor set for one channel; websites need none of it.',
  ),
  Page: object(
    { limit: whole(), next: orNull(text('Give it back as `after`; null on the last page.')) },
    { total: whole('With `count=true`.') },
  ),
}
