import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Admin, ask, openAdmin } from '../../support/browser.ts'
import { paragraphs } from '../../support/text.ts'

const shots = process.env.SCREENSHOTS
const DESK = '/admin/collections/linkedin-drafts'

const BODY = [
  'A street tree needs 12 cubic metres of soil before it needs water. Most streets give it one.',
  'We measured 40 pits in March. In 31 of them the roots had met a wall within two years, and the crown showed it.',
  'The pit is not the problem, the pavement beside it is: it is compacted until no root can enter.',
]

type Doc = { id: number; uid: string; updatedAt: string }
type Draft = { id: number; hash: string; text: string; state: string; itemId: string | null; stale: boolean }

// One post goes through the desk: each test goes on where the one before stopped.
describe('the LinkedIn desk', () => {
  let admin: Admin
  let page: Page
  let article: Doc
  let draft: Draft

  beforeAll(async () => {
    admin = await openAdmin()
    page = admin.page
  })
  afterAll(() => admin?.close())

  const send = <T>(method: string, address: string, data?: object) =>
    ask<T>(page, method, admin.url + address, data)
  const publish = async (title: string) => {
    const data = { title, body: paragraphs(...BODY), _status: 'published' }
    return (await send<{ doc: Doc }>('POST', '/api/articles?depth=0', data)).doc
  }
  const drafts = async () => {
    const address = '/api/linkedin-drafts?depth=0&where[title][like]=Roots%20need'
    return (await send<{ docs: Draft[] }>('GET', address)).docs
  }
  const draftOf = async ({ uid }: Doc) => {
    const found = (await drafts()).find(({ itemId }) => itemId === `articles:${uid}`)
    if (!found) throw new Error('It has no draft.')
    return found
  }
  const shot = async (name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  }
  const facts = () => page.locator('#draft-facts')
  const preview = () => page.locator('#post-text')
  const area = () => page.locator('#draft-text')
  const openDesk = async () => {
    await page.goto(`${admin.url}${DESK}`)
    await page.locator('#linkedin-drafts time[title]').first().waitFor()
  }
  const more = async (id: string) => {
    await page.click('#more-actions')
    await page.click(`#${id}`)
  }

  it('what is published has a draft in the list', async () => {
    article = await publish('Roots need air')
    await publish('Roots need water')
    await publish('Roots need time')
    await expect.poll(() => drafts().then(({ length }) => length)).toBe(3)
    draft = await draftOf(article)
    await openDesk()
    await page.click(`[data-draft="${draft.id}"] a`)
    await area().waitFor()
  })

  it('the preview follows what is typed, folds as LinkedIn does, and the counters warn', async () => {
    const desktop = page.getByRole('button', { name: 'Desktop' })
    // Before the page's scripts run, nothing follows.
    const press = () => desktop.click().then(() => desktop.getAttribute('aria-pressed'))
    await expect.poll(press).toBe('true')
    const words = `${'Roots need air, and 40 pits show it. '.repeat(7)}\n\n#One #Two`
    await area().fill(words)
    await expect.poll(() => preview().innerText()).toBe(`${words.slice(0, 210).trimEnd()}…see more`)
    await page.getByRole('button', { name: 'Phone' }).click()
    expect(await preview().innerText()).toBe(`${words.slice(0, 140).trimEnd()}…see more`)
    await page.getByText('…see more').click()
    expect(await preview().textContent()).toContain('#One')
    expect(await preview().locator('b').allTextContents()).toEqual(['#One', '#Two'])
    expect(await page.locator('.galley-counts').first().textContent()).toContain('Phones fold it')
    expect(await page.locator('.galley-counts [data-level=warn]').count()).toBe(2)
    const warnings = page.locator('#draft-warnings li')
    await expect
      .poll(() => warnings.allTextContents())
      .toContain('The link or the hashtags are not at the end')
    await area().fill(`**Roots** need air\n\n${words}`)
    await expect.poll(() => warnings.allTextContents()).toContainEqual(expect.stringContaining('Markdown'))
    await area().fill(words)
    await page.click('#save-draft')
    await facts().getByText('Edited').waitFor()
    expect((await draftOf(article)).text).toBe(words)
    await shot('linkedin-draft')
  })

  it('words that are typed while somebody else saves stay, and are compared', async () => {
    await area().fill('Mine.')
    const { id, hash } = await draftOf(article)
    await send('POST', `/api/linkedin-drafts/${id}/edit`, { hash, text: 'Theirs.' })
    await page.click('#save-draft')
    const conflict = page.locator('#draft-conflict')
    await conflict.waitFor()
    expect(await conflict.locator('del, [data-kind=removed]').first().textContent()).toContain('Theirs.')
    expect(await area().inputValue()).toBe('Mine.')
    expect((await draftOf(article)).text).toBe('Theirs.')
    await shot('linkedin-conflict')
    await page.click('#keep-mine')
    await conflict.waitFor({ state: 'detached' })
    expect((await draftOf(article)).text).toBe('Mine.')
  })

  it('an edited post stays when the content changes: it is compared, and made again when that is wished', async () => {
    const changed = {
      body: paragraphs(...BODY, 'In April we opened nine of them with a spade and 3 litres of patience.'),
    }
    const { updatedAt } = await send<Doc>('GET', `/api/articles/${article.id}?depth=0`)
    await send('PATCH', `/api/articles/${article.id}`, { ...changed, _status: 'published', updatedAt })
    await page.locator('#draft-stale').waitFor()
    await page.click('#compare-basis')
    await page.locator('#draft-stale ins, #draft-stale [data-kind=added]').first().waitFor()
    await shot('linkedin-stale')
    await more('renew')
    await page.getByText('Somebody has edited this post').waitFor()
    expect((await draftOf(article)).text).toBe('Mine.')
    await page.getByRole('button', { name: 'Give them up and make it again' }).click()
    await page.locator('#draft-stale').waitFor({ state: 'detached' })
    expect(await area().inputValue()).toContain('utm_source=linkedin')
  })

  it('it is approved, planned, posted, and a further post made of it', async () => {
    await page.click('#approve')
    await facts().getByText('Approved', { exact: true }).waitFor()
    await page.fill('input[name=plannedFor]', '2026-02-10T09:30')
    await page.locator('input[name=plannedFor]').blur()
    await page.getByText('The date is saved.').waitFor()
    await page.click('#mark-posted')
    await page.fill('input[name=posted-url]', 'https://www.linkedin.com/posts/roots')
    await page.getByRole('dialog').getByRole('button', { name: 'Mark as posted' }).click()
    await facts().getByText('On LinkedIn').waitFor()
    expect(await area().getAttribute('readonly')).not.toBeNull()
    await more('further')
    await page.getByRole('dialog').locator('input[type=datetime-local]').fill('2026-02-17T09:30')
    await page.getByRole('button', { name: 'Make the post' }).click()
    await facts().getByText('Further post of').waitFor()
    await page.locator('#other-posts').getByText('Posted').waitFor()
  })

  it('the list is filtered, searched, and approved at once; the month shows what is planned', async () => {
    await openDesk()
    const rows = page.locator('#linkedin-drafts > li')
    await page.click('[data-tab=posted]')
    await expect.poll(() => rows.count()).toBe(1)
    expect(decodeURIComponent(page.url())).toContain('[state][equals]=posted')
    await page.click('[data-tab=all]')
    await page.fill('#linkedin-search', 'need time')
    await expect.poll(() => rows.count()).toBe(1)
    await page.fill('#linkedin-search', 'Roots need')
    await expect.poll(() => rows.count()).toBe(4)
    await page.getByText(/^Choose all/).click()
    await page.getByRole('button', { name: 'Approve 3' }).click()
    await expect.poll(() => page.locator('#linkedin-drafts [data-state=approved]').count()).toBeGreaterThan(2)
    await shot('linkedin-list')
    await page.goto(`${admin.url}${DESK}/month?month=2026-02`)
    await page.locator('[data-day="2026-02-17"] a').waitFor()
    await shot('linkedin-month')
  })

  it('a document’s tab shows the post of what is typed but not saved', async () => {
    await page.goto(`${admin.url}/admin/collections/articles/create`)
    await page.getByRole('button', { name: 'LinkedIn', exact: true }).click()
    await page.locator('#linkedin-preview').getByText('would make no post').waitFor()
    await page.goto(`${admin.url}/admin/collections/articles/${article.id}`)
    await page.getByRole('button', { name: 'LinkedIn', exact: true }).click()
    await page.locator('#linkedin-preview #post-text').waitFor()
    const answer = page.waitForResponse(
      (one) => one.url().endsWith('/preview') && Boolean(one.request().postData()?.includes('Another title')),
    )
    await page.fill('#field-title', 'Another title of these roots')
    expect(await (await answer).json()).toMatchObject({ ok: true })
    await page.locator('#linkedin-preview[data-behind=false]').waitFor()
    await page.locator('#linkedin-preview').getByText('Another title of these roots').first().waitFor()
    await shot('linkedin-tab')
  })

  it('fits a phone, and asks nobody else for anything', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of [DESK, `${DESK}/${draft.id}`, `${DESK}/month?month=2026-02`]) {
      await page.goto(`${admin.url}${path}`)
      await page.locator('.galley-linkedin, #draft-actions').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
    expect(admin.foreign).toEqual([])
  })
})
