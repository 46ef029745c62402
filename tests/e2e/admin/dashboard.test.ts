import path from 'node:path'
import { createClient } from '@libsql/client'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Admin, ask, openAdmin } from '../../support/browser.ts'

const shots = process.env.SCREENSHOTS
// Of types that no other test of the admin touches: this one counts.
const TYPE = 'case-studies'

describe('what the admin shows of everything published', () => {
  let admin: Admin
  let page: Page

  beforeAll(async () => {
    admin = await openAdmin()
    page = admin.page
  })
  afterAll(() => admin?.close())

  const shot = async (name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png` })
  }
  const send = async (method: string, address: string, data: object) =>
    (await ask<{ doc: { id: number; updatedAt: string } }>(page, method, admin.url + address, data)).doc
  const panel = () => page.locator('#channels-panel')

  it('the panel goes from not live to live when the document is published, without a reload', async () => {
    const { id } = await send('POST', `/api/${TYPE}`, { title: 'Roofs need air', _status: 'draft' })
    await page.goto(`${admin.url}/admin/collections/${TYPE}/${id}`)
    await panel().getByText('Not live').waitFor()
    expect(await panel().locator('li').count()).toBe(0)
    await shot('panel-not-live')
    await page.evaluate(() => {
      Object.assign(window, { isSamePage: true })
    })
    await page.click('#action-save')
    await panel().locator('li[data-channel=delivery][data-state=live]').waitFor()
    await panel().locator('li[data-channel=feeds][data-state=live]').waitFor()
    await shot('panel-live')
    const api = await panel().getByText('API', { exact: true }).getAttribute('href')
    expect((await fetch(String(api))).status).toBe(200)
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)

    const draft = { title: 'Roofs', _status: 'draft' }
    const { updatedAt } = await send('PATCH', `/api/${TYPE}/${id}?draft=true`, draft)
    await panel().getByText('Behind the draft').waitFor()
    await send('PATCH', `/api/${TYPE}/${id}`, {
      title: 'Roofs need water',
      _status: 'published',
      updatedAt,
    })
  })

  it('Preview opens the website with a pass of this moment, which live preview frames', async () => {
    const { id } = await send('POST', '/api/faqs?draft=true', {
      question: 'Is it dry below?',
      _status: 'draft',
    })
    const own = await page.context().newPage()
    try {
      await own.goto(`${admin.url}/admin/collections/faqs/${id}`)
      const opened = own.waitForEvent('popup')
      await own.locator('#preview-button').click()
      const website = await opened
      await website.waitForURL(`${admin.website}/api/preview?type=faqs&slug=is-it-dry-below&token=*`)
      const { searchParams } = new URL(website.url())
      const draft = `${admin.url}/v1/preview/faqs/is-it-dry-below?token=${searchParams.get('token')}`
      expect(await (await fetch(draft)).json()).toMatchObject({ data: { title: 'Is it dry below?' } })
      await website.close()
      await own.locator('#live-preview-toggler').click()
      await own.frameLocator('#live-preview-iframe').getByText('website /api/preview?type=faqs').waitFor()
      if (shots) await own.screenshot({ path: `${shots}/live-preview.png` })
      // Else every page that follows would open with it.
      const kept = own.waitForResponse((response) => response.url().includes('/api/payload-preferences/'))
      await own.locator('#live-preview-toggler').click()
      await kept
      if (!shots) return
      await own.goto(`${admin.url}/admin/globals/settings`)
      await own.getByRole('button', { name: 'Website' }).click()
      await own.locator('#deploy-hook-last-call').waitFor()
      await own.screenshot({ path: `${shots}/settings-website.png`, fullPage: true })
    } finally {
      await own.close()
    }
  })

  it('the first page shows what was published, what is in work, and how much there is', async () => {
    await send('POST', '/api/glossary-terms?draft=true', { term: 'Loudness', _status: 'draft' })
    // The page looks again only after a while.
    const published = async () => (await fetch(`${admin.url}/v1/${TYPE}/roofs-need-air`)).text()
    await expect.poll(published).toContain('Roofs need water')
    await page.goto(`${admin.url}/admin`)
    const recent = page.locator('#dashboard-recent li').filter({ hasText: 'Roofs need water' })
    await recent.getByText('Changed').waitFor()
    const draft = page.locator('#dashboard-drafts li').filter({ hasText: 'Loudness' })
    await draft.getByText('Not public').waitFor()
    await page.locator('#dashboard-channels li[data-channel=delivery][data-state=live]').waitFor()
    const counts = (type: string) => page.locator(`tr[data-type=${type}] td`).allTextContents()
    expect((await counts(TYPE)).slice(0, 2)).toEqual(['1', '–'])
    expect((await counts('glossary-terms')).slice(0, 2)).toEqual(['0', '1'])
    await shot('dashboard')
    await recent.getByRole('link').click()
    await page.locator('[data-field=Title]').waitFor()
  })

  it('a publication shows what it changed; the list is filtered by type, action and person', async () => {
    const title = page.locator('[data-field=Title]')
    expect(await title.locator('del').allTextContents()).toEqual(['air'])
    expect(await title.locator('ins').allTextContents()).toEqual(['water'])
    expect(await page.locator('input:visible, textarea:visible, #action-save').count()).toBe(0)
    await shot('entry')
    await page.getByText('All of its publications').click()
    // Times have titles once the page's scripts have run.
    await page.locator('.table time[title]').first().waitFor()
    const rows = page.locator('.table tbody tr')
    await expect.poll(() => rows.count()).toBe(2)
    await page.getByText('Only one document').click()
    await expect.poll(() => rows.count()).toBeGreaterThan(2)
    await page.selectOption('select[name=type]', TYPE)
    await page.selectOption('select[name=action]', 'updated')
    await expect.poll(() => rows.count()).toBe(1)
    await page.selectOption('select[name=by]', { index: 1 })
    await page.waitForURL(/%5Bby%5D|\[by\]/)
    const texts = () => rows.allTextContents()
    await expect.poll(texts).toEqual([expect.stringContaining('Roofs need water')])
    await shot('list')
    expect(admin.foreign).toEqual([])
  })

  it('an entry that was set aside is tried again from the first page, and is gone from there', async () => {
    const feed = `${admin.url}/feeds/feed.json`
    const isInFeed = async () => (await (await fetch(feed)).text()).includes('Roofs need water')
    expect(await isInFeed()).toBe(true)
    await loseAndSetAside('Roofs need water')
    await expect.poll(isInFeed).toBe(false)
    await page.goto(`${admin.url}/admin`)
    const row = page.locator('#dashboard-set-aside li').filter({ hasText: 'Roofs need water' })
    await row.getByText('it is not digestible').waitFor()
    await shot('set-aside')
    await row.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Everything has arrived').waitFor()
    expect(await page.locator('#dashboard-set-aside').count()).toBe(0)
    await shot('tried-again')
    expect(await isInFeed()).toBe(true)
    expect(admin.foreign).toEqual([])
  })

  /** As when the feeds' channel had failed five times with the document's last entry. */
  async function loseAndSetAside(title: string) {
    const database = createClient({ url: `file:${path.join(admin.dataDir, 'galley.db')}` })
    try {
      await database.batch(
        [
          {
            sql: `INSERT INTO ledger_set_aside (consumer, item_id, seq, error, attempts, set_aside_at)
              SELECT 'feeds', item_id, seq, 'it is not digestible', 5, ?
              FROM publications WHERE title = ? ORDER BY seq DESC LIMIT 1`,
            args: [new Date().toISOString(), title],
          },
          'DELETE FROM feed_items WHERE item_id IN (SELECT item_id FROM ledger_set_aside)',
          // What was rendered is forgotten.
          `INSERT INTO ledger_cursors (consumer, seq) VALUES ('feeds rewritten', 1)
            ON CONFLICT (consumer) DO UPDATE SET seq = seq + 1`,
        ],
        'write',
      )
    } finally {
      database.close()
    }
  }
})
