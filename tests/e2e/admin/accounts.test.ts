import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Admin, openAdmin, openPage } from '../../support/browser.ts'
import { PASSWORD } from '../../support/program.ts'

describe('an admin and the accounts', () => {
  let admin: Admin
  let page: Page
  const violations: string[] = []

  /** Collects what the page's policy stops. */
  const watch = (watched: Page) =>
    watched.on('console', (message) => {
      if (/Content Security Policy|Permissions-Policy/i.test(message.text())) violations.push(message.text())
    })
  const shot = (name: string) =>
    process.env.SCREENSHOTS &&
    page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true })

  beforeAll(async () => {
    admin = await openAdmin()
    page = admin.page
    watch(page)
  })
  afterAll(() => admin?.close())

  it('walks the admin under its policy, which stops nothing that it needs', async () => {
    const answer = await page.goto(`${admin.url}/admin`)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic';/)
    // Only the website, which live preview frames, is another place.
    expect(policy.replace(/frame-src [^;]+;/, '')).not.toMatch(/script-src[^;]*unsafe|https?:/)
    await page.getByRole('link', { name: 'Articles' }).first().waitFor()
    await shot('dashboard')

    await page.goto(`${admin.url}/admin/collections/articles/create`)
    await page.fill('#field-title', 'Under a policy')
    await page.locator('[data-lexical-editor=true]').first().click()
    await page.keyboard.type('A paragraph, and then a block.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/')
    await page.locator('.slash-menu-popup').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#field-image').getByRole('button', { name: 'Create New' }).click()
    const drawer = page.locator('.drawer--is-open').last()
    const create = { width: 1200, height: 800, channels: 3 as const, background: '#386641' }
    await drawer
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'green.png',
        mimeType: 'image/png',
        buffer: await sharp({ create }).png().toBuffer(),
      })
    await drawer.locator('#field-alt').fill('Green')
    await drawer.locator('#action-save').click()
    await page.locator('#field-image', { hasText: 'green' }).waitFor()
    await page.click('#action-save')
    await page.locator('.status__value', { hasText: 'Published' }).first().waitFor()
    await shot('article')

    for (const place of ['collections/media', 'collections/articles', 'globals/settings', 'account']) {
      await page.goto(`${admin.url}/admin/${place}`)
      await page.waitForLoadState('networkidle')
      await shot(place.replace('/', '-'))
    }
    await page.goto(`${admin.url}/admin/collections/media`)
    await page.getByRole('link', { name: /green/ }).first().click()
    await page.locator('#field-alt').waitFor()
    await page.waitForLoadState('networkidle')
    await shot('picture')
    const isShown = await page.evaluate(() => [...document.images].every((image) => image.naturalWidth > 0))
    expect(isShown).toBe(true)
    expect(violations).toEqual([])

    // That the policy is on, and that a violation would have been seen.
    await page.evaluate(() => {
      const script = document.createElement('img')
      script.src = 'https://elsewhere.test/pixel.gif'
      document.body.append(script)
    })
    await expect.poll(() => violations.splice(0).join()).toContain('elsewhere.test')
  })

  it('shows in its forms what the API says is wrong', async () => {
    await page.goto(`${admin.url}/admin/account`)
    await page.locator('#field-role .rs__control').click()
    await page.locator('#field-role .rs__option', { hasText: 'Reader' }).click()
    await page.click('#action-save')
    await page.getByText('make somebody else an admin first').first().waitFor()
    await shot('last-admin')
  })

  it('invites somebody, who chooses a password and is in', async () => {
    await page.goto(`${admin.url}/admin/collections/users`, { waitUntil: 'networkidle' })
    await page.click('#invite')
    await page.fill('#field-invite-name', 'Mia')
    await page.fill('#field-invite-email', 'mia@galley.test')
    await page.click('#send-invitation')
    const link = (await page.locator('#invitation-link').textContent())?.trim() ?? ''
    expect(link).toMatch(new RegExp(`^${admin.url}/admin/reset/[0-9a-f]+$`))
    await page.getByRole('link', { name: 'mia@galley.test' }).waitFor()
    await shot('invitation')

    const invited = await openPage(admin.browser)
    watch(invited)
    // A form does nothing before its page's scripts have run; then they ask who this is.
    const isAlive = invited.waitForResponse((one) => one.url().includes('/api/users/me'))
    await invited.goto(link)
    await isAlive
    // When it has been told, it begins the form anew.
    const choose = async () => {
      const timeout = 10_000
      for (const name of ['password', 'confirm-password'])
        await invited.fill(`input[name=${name}]`, 'chosen by Mia', { timeout })
      await invited.click('button[type=submit]', { timeout })
      await invited.waitForURL((address) => !address.pathname.includes('reset'), { timeout })
    }
    await expect
      .poll(
        () =>
          choose()
            .catch(() => {})
            .then(() => invited.url()),
        { timeout: 90_000 },
      )
      .not.toContain('reset')
    await invited.getByRole('link', { name: 'Articles' }).first().waitFor()
    // An author sees no panel and no invitations.
    await invited.goto(`${admin.url}/admin/account`)
    await invited.locator('#field-name').waitFor()
    expect(await invited.locator('#make-api-key, #invite').count()).toBe(0)
    await invited.context().close()
  })

  it('makes a key that opens the API, sees it once, and revokes it', async () => {
    await page.goto(`${admin.url}/admin/collections/users`, { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'mia@galley.test' }).click()
    await page.click('#make-api-key')
    const key = (await page.locator('#api-key').textContent())?.trim() ?? ''
    expect(key).toMatch(/^galley_[\w-]{43}$/)
    await shot('api-key')
    const status = async () => {
      const headers = { Authorization: `users API-Key ${key}` }
      return (await fetch(`${admin.url}/api/articles`, { headers })).status
    }
    expect(await status()).toBe(200)
    await page.reload()
    await page.locator('#revoke-api-key').waitFor()
    expect(await page.content()).not.toContain(key)
    await page.click('#revoke-api-key')
    await page.locator('#revoke-api-key').waitFor({ state: 'detached' })
    expect(await status()).toBe(401)
    await page.click('#make-reset-link')
    await page.locator('#password-link').waitFor()
    await page.click('#unlock')
    await page.getByText('may try again at once').first().waitFor()
    await shot('user')
  })

  it('is told what is wrong by the sign-in page, also at 127.0.0.1', async () => {
    const other = await openPage(admin.browser)
    watch(other)
    await other.goto(`${admin.url.replace('localhost', '127.0.0.1')}/admin`)
    await other.fill('input[name=email]', 'admin@galley.local')
    await other.fill('input[name=password]', 'wrong password')
    await other.click('button[type=submit]')
    await other.getByText('wait ten minutes').first().waitFor()
    await other.fill('input[name=password]', PASSWORD)
    await other.click('button[type=submit]')
    await other.waitForURL((address) => !address.pathname.includes('login'))
    await other.context().close()
  })

  it('is sent to an admin for a forgotten password where no mail leaves', async () => {
    const context = await admin.browser.newContext()
    const stranger = await context.newPage()
    watch(stranger)
    await stranger.goto(`${admin.url}/admin/forgot`)
    await stranger.getByText('ask an admin').first().waitFor()
    if (process.env.SCREENSHOTS) await stranger.screenshot({ path: `${process.env.SCREENSHOTS}/forgot.png` })
    await context.close()
  })

  it('never met its policy', () => {
    expect(violations).toEqual([])
  })
})
