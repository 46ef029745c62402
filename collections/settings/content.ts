import { LINKEDIN_DEFAULTS } from '../../pipelines/channels/linkedin/settings.ts'
import type { Json, LinkedInSettings, Site } from '../../pipelines/content-item.ts'
import type { ContentType, PublishedDocument } from '../../pipelines/content-type.ts'
import { CHANNELS, type CollectionType } from '../collection-type.ts'
import { buildItem } from '../content/build-item.ts'
import { callToActionOf, imageOf } from '../content/cards.ts'
import { groupOf, numberOf, textOf, textsOf } from '../content/values.ts'
import { toFieldName } from '../field-name.ts'

/** The site as the item `settings:site`: its `fields` are a `Site`. The two addresses come from the environment. */
export function settingsContent(types: readonly CollectionType[]): ContentType {
  return {
    collection: 'settings',
    toContentItem(document, related) {
      const { siteUrl, publicUrl } = related.site
      const { name, url } = groupOf(document.organisation)
      const site: Site = {
        title: textOf(document.siteTitle),
        description: textOf(document.siteDescription),
        language: textOf(document.language) || 'en',
        organisation: { name: textOf(name), url: textOf(url) },
        siteUrl,
        publicUrl,
        icon: imageOf(related, document.icon),
        urlPatterns: urlPatternsOf(document, types),
        defaultCallToAction: callToActionOf(related, document.defaultCallToAction),
        feeds: feedsOf(document),
        linkedin: linkedinOf(document),
        delivery: deliveryOf(document),
        matrix: matrixOf(document, types),
      }
      return buildItem({
        collection: 'settings',
        document: { ...document, uid: 'site' },
        related,
        title: site.title || 'Settings',
        summaries: [site.description],
        blocks: [],
        isShared: false,
        url: siteUrl,
        fields: site as unknown as { [key: string]: Json },
      })
    },
  }
}

function feedsOf(document: PublishedDocument): Site['feeds'] {
  const { length, text, copyright } = groupOf(document.feeds)
  return { length: numberOf(length) ?? 50, fullText: text !== 'summary', copyright: textOf(copyright) }
}

function deliveryOf(document: PublishedDocument): Site['delivery'] {
  const { sMaxAge, staleWhileRevalidate } = groupOf(document.delivery)
  return {
    sMaxAge: numberOf(sMaxAge) ?? 60,
    staleWhileRevalidate: numberOf(staleWhileRevalidate) ?? 300,
  }
}

function linkedinOf(document: PublishedDocument): LinkedInSettings {
  const given = groupOf(document.linkedin)
  const utm = groupOf(given.utm)
  const source = typeof utm.source === 'string' ? textOf(utm.source) : LINKEDIN_DEFAULTS.utm.source
  const language = textOf(given.language)
  const companyUrn = textOf(given.companyUrn)
  const accent = textOf(given.accent)
  return {
    linkPlace: given.linkPlace === 'comment' ? 'comment' : 'post',
    hashtagCount: numberOf(given.hashtagCount) ?? LINKEDIN_DEFAULTS.hashtagCount,
    fixedTags: textsOf(given.fixedTags),
    bannedTags: textsOf(given.bannedTags),
    utm: { source, medium: textOf(utm.medium), campaign: textOf(utm.campaign) },
    closingLines: textsOf(given.closingLines),
    bullets: given.bullets === 'prose' ? 'prose' : 'bullets',
    emojiBullets: given.emojiBullets === true,
    ...(language ? { language } : {}),
    ...(companyUrn ? { companyUrn } : {}),
    ...(accent ? { accent } : {}),
  }
}

function urlPatternsOf(document: PublishedDocument, types: readonly CollectionType[]): Site['urlPatterns'] {
  const patterns = groupOf(document.urlPatterns)
  return Object.fromEntries(
    types.flatMap(({ config, urlPattern }) => {
      if (!urlPattern) return []
      return [[config.slug, textOf(patterns[toFieldName(config.slug)]) || urlPattern]]
    }),
  )
}

/** What the settings say, else the type's default; a type without channels goes nowhere. */
function matrixOf(document: PublishedDocument, types: readonly CollectionType[]): Site['matrix'] {
  const matrix = groupOf(document.matrix)
  return Object.fromEntries(
    types.flatMap(({ config, content, channels = [] }) => {
      if (!content) return []
      const row = channels.length > 0 ? groupOf(matrix[toFieldName(config.slug)]) : {}
      const enters = CHANNELS.map((channel) => {
        const set = row[channel]
        return [channel, typeof set === 'boolean' ? set : channels.includes(channel)]
      })
      return [[config.slug, Object.fromEntries(enters) as Site['matrix'][string]]]
    }),
  )
}
