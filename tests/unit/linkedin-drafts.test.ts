/** The drafts of the demo content: read by people once, kept here word for word, and held against the rules. */
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { lint } from '../../pipelines/channels/linkedin/lint.ts'
import { fromLittleText } from '../../pipelines/channels/linkedin/little-text.ts'
import { composePosts, type LinkedInPost } from '../../pipelines/channels/linkedin/render.ts'
import type { ContentItem } from '../../pipelines/content-item.ts'
import { site } from '../fixtures/site.ts'
import { itemsOf, typesByCollection as types } from '../support/content-items.ts'

const CONTENT = ['articles', 'case-studies', 'faqs', 'glossary-terms', 'role-profiles']

const items = [...itemsOf(path.resolve('demo'))].filter(([key]) => CONTENT.includes(key.split('/')[0] ?? ''))

function compose(item: ContentItem, postAs?: string): LinkedInPost {
  const result = composePosts({ item, site, types, postAs })
  if (!result.ok) throw new Error(`${item.id}: ${result.reason}`)
  return result.post
}

const faultsOf = (item: ContentItem, { variants, link, hashtags }: LinkedInPost) =>
  variants.flatMap(({ text }) =>
    lint(text, { title: item.title, link, hashtags, isQuestionHook: item.type === 'faqs' }),
  )

it('are these, word for word', async () => {
  const drafts = items.map(([key, item]) => {
    const { text, variants } = compose(item)
    const others = variants.slice(1).map(({ hook }) => `or: ${hook.replaceAll('\n\n', ' // ')}`)
    return [`===== ${key}`, text, ...others].join('\n')
  })
  await expect(`${drafts.join('\n\n')}\n`).toMatchFileSnapshot('../fixtures/linkedin/demo.txt')
})

describe.each(items)('%s', (_key, item) => {
  it.each(['', 'company'])('has no fault in any variant, as %j', (postAs) => {
    const post = compose(item, postAs)
    expect(faultsOf(item, post)).toEqual([])
    for (const { text, apiText, hook } of post.variants) {
      expect(fromLittleText(apiText)).toBe(text)
      expect(hook.length).toBeLessThanOrEqual(140)
      expect(text.startsWith(hook)).toBe(true)
      expect(text.length).toBeLessThanOrEqual(1600)
    }
    expect(new Set(post.variants.map(({ hook }) => hook)).size).toBe(post.variants.length)
  })

  it('says nothing in the first person as the company', () => {
    const said = compose(item, 'company').text.replace(/["“][^"”]*["”]/g, '')
    expect(said).not.toMatch(/(?<![\p{L}’'])(?:I|my|me)(?![\p{L}])/u)
  })
})
