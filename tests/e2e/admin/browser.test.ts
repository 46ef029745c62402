import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Admin, ask, openAdmin } from '../../support/browser.ts'

const TITLE = 'How a street keeps its water'
const QUESTION = 'Does gravel freeze in winter?'
const LATER = 'Does it thaw by itself?'

describe('an editor in the admin', () => {
  let admin: Admin
  let page: Page

  beforeAll(async () => {
    admin = await openAdmin()
    page = admin.page
  })
  afterAll(() => admin?.close())

  const text = async (path: string) => (await fetch(admin.url + path)).text()
  const surfaces = () => Promise.all(['/feeds/rss.xml', '/feeds/feed.json', '/v1/articles'].map(text))
  type Draft = { title: string; state: string; text: string; image: { alt: string } }
  const linkedInDrafts = async () =>
    (await ask<{ docs: Draft[] }>(page, 'GET', `${admin.url}/api/linkedin-drafts?limit=100`)).docs
  const status = (words: string) => page.locator('.status__value', { hasText: words }).first().waitFor()
  const write = async (words: string) => {
    await page.locator('[data-lexical-editor=true]').first().click()
    await page.keyboard.type(words)
  }
  const publish = async () => {
    await page.click('#action-save')
    await status('Published')
  }

  it('publishes an article with a picture and an FAQ, and it is everywhere within a second', async () => {
    await page.goto(`${admin.url}/admin/collections/faqs/create`)
    await page.fill('#field-question', QUESTION)
    await write('Not below half a metre. Water drains before the frost comes that far down.')
    await publish()

    await page.goto(`${admin.url}/admin/collections/articles/create`)
    await page.fill('#field-title', TITLE)
    await write(
      'Rain that runs off a roof is gone in four minutes. A gravel bed under the kerb holds it for nine days, ' +
        'and the trees above it drink all of it before the next shower comes down the street.',
    )
    await page.locator('#field-image').getByRole('button', { name: 'Create New' }).click()
    const picture = await sharp({ create: { width: 1300, height: 900, channels: 3, background: '#357' } })
      .png()
      .toBuffer()
    const drawer = page.locator('.drawer--is-open').last()
    await drawer
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'kerb.png', mimeType: 'image/png', buffer: picture })
    await drawer.locator('#field-alt').fill('A kerb with an opening')
    await drawer.locator('#action-save').click()
    await page.locator('#field-image', { hasText: 'kerb' }).waitFor()

    await page.getByRole('button', { name: 'Related' }).click()
    await page.locator('#field-faqs input').first().click()
    await page.locator('#field-faqs .rs__option', { hasText: QUESTION }).click()

    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH')
    await page.click('#action-save')
    await saved
    const before = Date.now()
    await expect
      .poll(async () => (await surfaces()).every((surface) => surface.includes(TITLE)), { interval: 20 })
      .toBe(true)
    process.stdout.write(`visible everywhere ${Date.now() - before} ms after the save was answered\n`)
    await status('Published')
    for (const surface of await surfaces()) {
      expect(surface).toContain('Does gravel freeze in winter?')
      expect(surface).toContain(`${admin.url}/media/`)
    }
    const draft = (await linkedInDrafts()).find(({ title }) => title === TITLE)
    expect(draft).toMatchObject({ state: 'draft', image: { alt: 'A kerb with an opening' } })
    expect(draft?.text).toContain('utm_source=linkedin')
  })

  it('saves a draft over it and nothing public changes', async () => {
    const before = await surfaces()
    await page.fill('#field-title', 'A headline that is not ready')
    await status('Changed')
    await page.goto(`${admin.url}/admin/collections/articles`)
    await page.getByRole('link', { name: 'A headline that is not ready' }).waitFor()
    // What is saved after it has gone its whole way: it had the time, too.
    await ask(page, 'POST', `${admin.url}/api/faqs`, { question: LATER, _status: 'published' })
    await expect.poll(() => text('/v1/faqs')).toContain(LATER)
    await expect.poll(() => text('/feeds/faqs/rss.xml')).toContain(LATER)
    expect(await surfaces()).toEqual(before)
  })

  it('unpublishes it and it is gone everywhere', async () => {
    await page.getByRole('link', { name: 'A headline that is not ready' }).click()
    await page.locator('.doc-controls__popup button').first().click()
    await page.locator('#action-unpublish').click()
    await page.getByRole('button', { name: 'Confirm' }).click()
    await status('Draft')
    await expect.poll(async () => (await surfaces()).some((surface) => surface.includes(TITLE))).toBe(false)
    expect((await linkedInDrafts()).find(({ title }) => title === TITLE)?.state).toBe('withdrawn')
  })

  it('was sent to no third party by any page', () => {
    expect(admin.foreign).toEqual([])
  })
})
