/** The page of feeds, for people: what there is, how to subscribe, what it looks like. Nothing of it is a program. */
import { createHash } from 'node:crypto'
import type { FeedFormat } from '../../pipelines/channels/feed-format.ts'
import { type Catalogue, scopesOf } from '../../pipelines/channels/feeds/catalogue.ts'
import { addressOf } from '../../pipelines/channels/feeds/document.ts'
import { aboutOf, type FeedScope, folderOf } from '../../pipelines/channels/feeds/scope.ts'
import type { ContentItem, ImageRef, Site } from '../../pipelines/content-item.ts'
import { escapeHtml } from '../../pipelines/rich-text/to-html-inline.ts'
import { shorten } from '../../pipelines/text/cut.ts'
import { encodeUrl } from '../../pipelines/text/encode-url.ts'
import { toLine } from '../../pipelines/text/to-line.ts'
import { FEEDS_PAGE_CSS } from './feeds-page.css.ts'

type Formats = readonly Pick<FeedFormat, 'label' | 'fileName' | 'mediaType'>[]

const STYLE_HASH = createHash('sha256').update(FEEDS_PAGE_CSS).digest('base64')
const SUMMARY = 240

/** Of no locale and no zone: the same state gives the same bytes. */
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** Pure. Pictures come from PUBLIC_URL alone; the style is allowed by its hash. */
export function renderFeedsPage(
  catalogue: Catalogue,
  formats: Formats,
): { body: string; contentType: string; contentSecurityPolicy: string } {
  const { site } = catalogue
  const title = toLine(site.title) || 'Feeds'
  const origin = new URL(site.publicUrl).origin
  const scopes = scopesOf(catalogue)
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Feeds of ${escapeHtml(title)}</title>
<meta name="description" content="Follow ${escapeHtml(title)} in a feed reader.">
${alternates(
  scopes.filter(({ kind }) => kind !== 'subject'),
  site,
  formats,
)}
${iconAddress(site.icon) && `<link rel="icon" href="${iconAddress(site.icon)}">`}
<style>${FEEDS_PAGE_CSS}</style>
</head>
<body>
<header>
<p class="site">${icon(site.icon)}<a href="${href(site.siteUrl)}"${langOf(site)}>${escapeHtml(title)}</a></p>
<h1>Feeds</h1>
<p class="lede">Read what is new in the reader that you like: no account, no algorithm, nobody counting.</p>
</header>
<main>
${startHere(site, formats)}
${previews(catalogue)}
${section({ heading: 'By type', note: 'One kind at a time.' }, scopes.filter(isType), site, formats)}
${section({ heading: 'By topic', note: 'Everything on one topic, of any kind.' }, scopes.filter(isOf('topics')), site, formats)}
${section({ heading: 'By person', note: 'Everything that one author wrote.' }, scopes.filter(isOf('people')), site, formats)}
</main>
<footer>All of them at once: <a href="${href(`${site.publicUrl}/feeds/opml.xml`)}">OPML file</a>, which feed readers import.</footer>
</body>
</html>
`
  return {
    body,
    contentType: 'text/html; charset=utf-8',
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src 'self' ${origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
}

/** Addresses of pages and pictures only: whatever else one may begin with could run. */
const href = (url: string) => (/^https?:\/\//i.test(encodeUrl(url)) ? escapeHtml(encodeUrl(url)) : '#')

const langOf = ({ language }: Site) => (toLine(language) ? ` lang="${escapeHtml(toLine(language))}"` : '')

const isType = ({ kind }: FeedScope) => kind === 'type'

const isOf = (type: string) => (scope: FeedScope) => scope.kind === 'subject' && scope.subject.type === type

/** What browsers and readers find by the page's address: the site's feed in each format, the types' in the first. */
function alternates(scopes: FeedScope[], site: Site, formats: Formats): string {
  return scopes
    .flatMap((scope, index) =>
      (index === 0 ? formats : formats.slice(0, 1)).map((format) => {
        const name = `${toLine(aboutOf(scope, site).title)}${index === 0 ? ` (${format.label})` : ''}`
        const address = escapeHtml(addressOf(scope, site, format))
        return `<link rel="alternate" type="${format.mediaType}" title="${escapeHtml(name)}" href="${address}">`
      }),
    )
    .join('\n')
}

function startHere(site: Site, formats: Formats): string {
  const addresses = formats.map((format) => {
    const address = escapeHtml(addressOf({ kind: 'site' }, site, format))
    return `<div class="address"><a href="${address}">${format.label}</a><code>${address}</code></div>`
  })
  return `<section class="card start">
<div><h2>Everything</h2><p class="note">All that is new. The three hold the same; take RSS if you are not sure.</p>
${addresses.join('\n')}</div>
<div><h2>How to subscribe</h2><ol>
<li>Copy an address: on a phone hold the link, elsewhere right-click it.</li>
<li>Open your feed reader and choose “add” or “subscribe”.</li>
<li>Paste it. What is new comes by itself from then on.</li>
</ol></div>
</section>`
}

function previews({ newest, site }: Catalogue): string {
  if (newest.length === 0) return ''
  return `<section><h2>What is in it</h2><p class="note">The newest ${newest.length === 1 ? 'entry' : 'entries'}.</p>
<ul class="card previews"${langOf(site)}>
${newest.map(preview).join('\n')}
</ul></section>`
}

function preview(item: ContentItem): string {
  const time = new Date(item.publishedAt)
  const date = Number.isNaN(time.getTime())
    ? ''
    : `<time class="meta" lang="en" datetime="${time.toISOString()}">${DAY.format(time)}</time>`
  const title = toLine(item.title) || encodeUrl(item.url)
  return `<li><div>${date}
<h3><a href="${href(item.url)}">${escapeHtml(title)}</a></h3>
<p>${escapeHtml(shorten(toLine(item.summary), SUMMARY))}</p></div>${picture(item.image)}</li>`
}

function picture(image: ImageRef | null): string {
  const wide = image?.renditions.filter(({ preset, url }) => preset === '16x9' && url !== '') ?? []
  const [file] = wide.toSorted((a, b) => a.bytes - b.bytes)
  if (!file) return ''
  const alt = escapeHtml(toLine(image?.alt ?? ''))
  return `<img src="${href(file.url)}" alt="${alt}" width="${file.width}" height="${file.height}" loading="lazy">`
}

function icon(image: ImageRef | null): string {
  const address = iconAddress(image)
  return address ? `<img src="${address}" alt="" width="32" height="32">` : ''
}

function iconAddress(image: ImageRef | null): string {
  const files = image?.renditions.filter(({ preset, url }) => preset === '1x1' && url !== '') ?? []
  const [file] = files.toSorted((a, b) => a.bytes - b.bytes)
  return file ? href(file.url) : ''
}

function section(
  { heading, note }: { heading: string; note: string },
  scopes: FeedScope[],
  site: Site,
  formats: Formats,
): string {
  if (scopes.length === 0) return ''
  const rows = scopes.map((scope) => {
    const links = formats.map((format) => {
      const name = escapeHtml(`${nameOf(scope)} as ${format.label}`)
      return `<a href="${escapeHtml(addressOf(scope, site, format))}" aria-label="${name}">${format.label.replace(' Feed', '')}</a>`
    })
    return `<li id="${escapeHtml(folderOf(scope).slice('/feeds/'.length))}"><b>${escapeHtml(nameOf(scope))}</b><span class="formats">${links.join('')}</span></li>`
  })
  return `<section><h2>${heading}</h2><p class="note">${note}</p>
<ul class="feeds">
${rows.join('\n')}
</ul></section>`
}

function nameOf(scope: FeedScope): string {
  if (scope.kind === 'subject') return toLine(scope.subject.title)
  return scope.kind === 'type' ? scope.label : ''
}
