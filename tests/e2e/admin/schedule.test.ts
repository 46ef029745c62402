import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Admin, ask, openAdmin } from '../../support/browser.ts'

const shots = process.env.SCREENSHOTS

describe('publication dates in the admin', () => {
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
  const make = async (data: object) =>
    (
      await ask<{ doc: { id: number; slug: string } }>(
        page,
        'POST',
        `${admin.url}/api/articles?depth=0`,
        data,
      )
    ).doc
  const open = async (id: number) => {
    await page.goto(`${admin.url}/admin/collections/articles/${id}`)
    await page.locator('#field-title').waitFor()
  }
  const isPublic = async (slug: string) => (await fetch(`${admin.url}/v1/articles/${slug}`)).status === 200
  /** And waits until the draft with it is saved: what is pressed while a form saves is answered to the old one. */
  const setDate = async (date: Date) => {
    const saved = page.waitForResponse((one) => one.url().includes('autosave'))
    saved.catch(() => {})
    const input = page.locator('#field-publishedAt input')
    const words = new Intl.DateTimeFormat('en-US', {
      month: 'short',
      day: '2-digit',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    }).format(date)
    await input.fill(words)
    await input.press('Enter')
    await page.keyboard.press('Escape')
    await saved
  }
  const note = () => page.locator('#publication-note')
  const publish = async () => {
    const saved = page.waitForResponse(
      (response) => response.request().method() === 'PATCH' && !response.url().includes('draft=true'),
    )
    await page.click('#action-save')
    return (await saved).status()
  }
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  const day = (date: Date) =>
    new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
      .format(date)
      .replace(',', '')

  it('say “Scheduled for …” in the document and in the list', async () => {
    const date = inDays(2)
    const doc = await make({ title: 'For later', publishedAt: date.toISOString(), _status: 'published' })
    await open(doc.id)
    await expect.poll(() => note().textContent()).toContain(`Scheduled for ${day(date)}`)
    await shot('scheduled')
    await page.goto(`${admin.url}/admin/collections/articles`)
    await page.getByText(`Scheduled for ${day(date)}`).waitFor()
    await shot('list')
    expect(await isPublic(doc.slug)).toBe(false)
  })

  it('say before publishing that it will be scheduled', async () => {
    const doc = await make({ title: 'A draft with a date', _status: 'draft' })
    await open(doc.id)
    const date = inDays(3)
    await setDate(date)
    await expect.poll(() => note().textContent()).toContain(`Publishing will schedule it for ${day(date)}`)
    await shot('will-be-scheduled')
    expect(await publish()).toBe(200)
    await expect.poll(() => note().textContent()).toContain(`Scheduled for ${day(date)}`)
    expect(await isPublic(doc.slug)).toBe(false)
  })

  it('warn, and ask, before they take something public off the channels', async () => {
    const doc = await make({ title: 'Public already', _status: 'published' })
    await open(doc.id)
    await setDate(inDays(3))
    await expect.poll(() => note().textContent()).toContain('takes it off every channel until')
    await shot('warning')
    expect(await publish()).toBe(400)
    await page
      .locator('.field-error, [data-testid=field-error]', { hasText: 'This is public now' })
      .first()
      .waitFor()
    await shot('refused')
    expect(await isPublic(doc.slug)).toBe(true)

    await page.locator('#field-holdBack').check()
    await shot('ticked')
    expect(await publish()).toBe(200)
    await expect.poll(() => isPublic(doc.slug)).toBe(false)
    await expect.poll(() => note().textContent()).toContain('Scheduled for')
    await shot('held-back')
    await setDate(new Date(Date.now() - 60_000))
    await expect.poll(() => note().textContent()).toContain('Publishing will make it public at once')
    expect(await publish()).toBe(200)
    await expect.poll(() => isPublic(doc.slug)).toBe(true)
    await expect.poll(() => note().count()).toBe(0)
  })
})
