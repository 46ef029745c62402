import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Admin, ask, openAdmin, signInPage } from '../../support/browser.ts'
import { PASSWORD } from '../../support/program.ts'

const shots = process.env.SCREENSHOTS

// Two browsers at once: on a machine that does something else meanwhile, anything may take longer than waited for.
describe('two editors in one document in the admin', { retry: 2 }, () => {
  let admin: Admin
  let anna: Page
  let ben: Page

  beforeAll(async () => {
    admin = await openAdmin()
    anna = admin.page
    await send(anna, 'POST', '/api/users', {
      email: 'ben@galley.local',
      name: 'Ben',
      password: PASSWORD,
      role: 'editor',
    })
    ben = await signInPage(admin.browser, admin.url, 'ben@galley.local')
  })
  beforeEach(async () => {
    anna = await anew(anna)
    ben = await anew(ben)
  })
  afterAll(async () => {
    await anna?.close()
    await ben?.context().close()
  })

  /** Nothing of another test, or of another attempt, is left on the page; whoever was signed in still is. */
  const anew = async (page: Page) => {
    const context = page.context()
    await page.close()
    return context.newPage()
  }

  type Doc = { id: number; slug: string; title: string; summary: string }
  const send = (page: Page, method: string, address: string, data?: object) =>
    ask<{ doc: Doc; totalDocs: number } & Doc>(page, method, admin.url + address, data)
  const shot = async (page: Page, name: string) => {
    if (shots) await page.screenshot({ path: `${shots}/${name}.png` })
  }
  const make = async (title: string) =>
    (
      await send(anna, 'POST', '/api/articles?depth=0', {
        title,
        summary: 'As it was.',
        _status: 'published',
      })
    ).doc
  const newest = ({ id }: Doc) => send(ben, 'GET', `/api/articles/${id}?draft=true&depth=0`)
  const open = async (page: Page, { id }: Doc) => {
    await page.goto(`${admin.url}/admin/collections/articles/${id}`, { waitUntil: 'networkidle' })
    await page.locator('#field-summary').waitFor()
  }
  const isPublication = (one: Response) =>
    one.request().method() === 'PATCH' && !one.url().includes('draft=true')
  const append = async (page: Page, words: string) => {
    // A form that saves takes no key.
    await expect.poll(() => page.locator('#field-summary').isEditable()).toBe(true)
    await page.locator('#field-summary').press('Control+End')
    await page.locator('#field-summary').pressSequentially(words)
  }
  /** Types and answers with the status of the autosave. */
  const write = async (page: Page, words: string) => {
    const saved = page.waitForResponse(
      (one) => one.request().method() === 'PATCH' && one.url().includes('autosave'),
    )
    saved.catch(() => {})
    await append(page, words)
    return (await saved).status()
  }

  it('tell each other by a lock, and after a take-over what has changed', async () => {
    const doc = await make('Locked')
    await open(anna, doc)
    expect(await write(anna, ' Anna.')).toBe(200)
    // A save unlocks, and the next key locks again: the lock stands while her autosave is on its way.
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await anna.route('**/api/articles/**', async (route) => {
      if (route.request().method() === 'PATCH') await held
      await route.continue()
    })
    await append(anna, ' Again.')
    const locks = `/api/payload-locked-documents?where[document.value][equals]=${doc.id}`
    await expect.poll(async () => (await send(anna, 'GET', locks)).totalDocs).toBe(1)

    await ben.goto(`${admin.url}/admin/collections/articles/${doc.id}`)
    await ben.getByText('Document locked').waitFor()
    await shot(ben, 'locked')
    const old = await ben.locator('#field-summary').elementHandle()
    await ben.getByRole('button', { name: 'Take over' }).click()
    await ben.getByText('Document locked').waitFor({ state: 'hidden' })
    await shot(ben, 'after-take-over')
    // The form is built anew: what is typed into the old one is lost.
    await ben.waitForFunction((field) => !field?.isConnected, old)
    expect(await write(ben, ' Ben too.')).toBe(200)

    letGo()
    await anna.getByText('Ben has saved this document').first().waitFor()
    await append(anna, ' Lost?')
    await shot(anna, 'taken-over')
    expect(await anna.inputValue('#field-summary')).toContain('Anna. Again. Lost?')
    expect((await newest(doc)).summary).toContain('Ben too.')
    expect((await newest(doc)).summary).not.toContain('Lost?')
  })

  it('refuse the later save, say what changed, and keep its words in the form', async () => {
    const doc = await make('Stale')
    await open(anna, doc)
    await send(ben, 'PATCH', `/api/articles/${doc.id}?draft=true`, {
      title: 'Retitled by Ben',
      _status: 'draft',
    })
    expect(await write(anna, ' My words.')).toBe(409)
    await anna.getByText('Ben has saved this document').first().waitFor()
    await anna.getByText('is “Retitled by Ben”').waitFor()
    await anna.locator('#saved-by-other').waitFor()
    await shot(anna, 'refused-autosave')
    expect(await anna.inputValue('#field-summary')).toBe('As it was. My words.')

    const published = anna.waitForResponse(isPublication)
    await anna.click('#action-save')
    expect((await published).status()).toBe(409)
    expect(await anna.inputValue('#field-summary')).toBe('As it was. My words.')
    expect(await newest(doc)).toMatchObject({
      title: 'Retitled by Ben',
      summary: 'As it was.',
      _status: 'draft',
    })
    const item = await (await fetch(`${admin.url}/v1/articles/${doc.slug}`)).json()
    expect((item as { data: Doc }).data.title).toBe('Stale')

    await anna.getByRole('button', { name: 'Load it again' }).click()
    await expect.poll(() => anna.inputValue('#field-title')).toBe('Retitled by Ben')
    expect(await write(anna, ' Now.')).toBe(200)
    await expect.poll(() => anna.locator('#saved-by-other').count()).toBe(0)
  })

  it('do not get in their own way, however slow the network', async () => {
    const doc = await make('Slow')
    await open(anna, doc)
    const statuses: number[] = []
    let sent = 0
    let ended = 0
    anna.on('request', (one) => {
      if (one.method() === 'PATCH') sent += 1
    })
    for (const end of ['requestfinished', 'requestfailed'] as const)
      anna.on(end as 'requestfinished', (one) => {
        if (one.method() === 'PATCH') ended += 1
      })
    anna.on('response', (response) => {
      if (response.request().method() === 'PATCH') statuses.push(response.status())
    })
    await anna.route('**/api/articles/**', async (route) => {
      if (route.request().method() === 'PATCH') await new Promise((resolve) => setTimeout(resolve, 1_800))
      await route.continue()
    })
    /** Until `summary` is saved and no answer is waited for. */
    const saved = (summary: string) =>
      expect.poll(async () => [(await newest(doc)).summary, sent - ended]).toEqual([summary, 0])
    for (const word of [' One', ' two', ' three']) {
      const before = sent
      await append(anna, word)
      // The next word is typed while this one is on its way.
      await expect.poll(() => sent).toBeGreaterThan(before)
    }
    const published = anna.waitForResponse(isPublication)
    await anna.click('#action-save')
    await published
    await saved('As it was. One two three')
    await append(anna, ' four')
    await saved('As it was. One two three four')
    expect(statuses.length).toBeGreaterThan(3)
    expect(statuses.filter((status) => status !== 200)).toEqual([])
    expect(await anna.locator('#saved-by-other').count()).toBe(0)
  })
})
