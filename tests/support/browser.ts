/** Debian's Chromium, headless, without a word to the network. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { PASSWORD } from './program.ts'

/** A machine that does something else meanwhile takes ten times as long as usual. */
const PATIENCE_MS = 60_000

/** Movements are left out: each of their pictures is drawn by the processor. */
const ordinary = { viewport: { width: 1440, height: 1100 }, reducedMotion: 'reduce' } as const

/** The program of `admin-program.ts`, and a page of one's own in which its admin is signed in. */
export type Admin = {
  url: string
  dataDir: string
  website: string
  browser: Browser
  page: Page
  /** Every address that the page has asked for and that is not Galley's own. */
  foreign: string[]
  close(): Promise<void>
}

/** For all files that run in this worker: it ends with it. */
let signedIn: Promise<BrowserContext> | undefined

export async function openAdmin(): Promise<Admin> {
  const { url, dataDir, profile, website } = inject('admin')
  signedIn ??= openBrowser(url, profile)
  const context = await signedIn
  const page = await context.newPage()
  const foreign: string[] = []
  page.on('request', (request) => {
    const address = request.url()
    if (!address.startsWith(url) && !/^(data|blob):/.test(address)) foreign.push(address)
  })
  return {
    url,
    dataDir,
    website,
    browser: context.browser() as Browser,
    page,
    foreign,
    close: () => page.close(),
  }
}

/** `profile`: where it keeps the pages' scripts as it has compiled them. */
async function openBrowser(url: string, profile: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    ...ordinary,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  await signIn(page, url, 'admin@galley.local')
  await page.close()
  return context
}

/** A page with cookies of its own. */
export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext(ordinary)
  context.setDefaultTimeout(PATIENCE_MS)
  return context.newPage()
}

/** A page, with cookies of its own, that is signed in. */
export async function signInPage(browser: Browser, url: string, email: string): Promise<Page> {
  const page = await openPage(browser)
  await signIn(page, url, email)
  return page
}

async function signIn(page: Page, url: string, email: string): Promise<void> {
  await page.goto(`${url}/admin`)
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForURL((address) => !address.pathname.includes('login'))
}

/**
 * What Galley answers whoever is signed in on the page, without a page of it.
 * @throws with the answer's text when it is not 2xx.
 */
export async function ask<T>(page: Page, method: string, address: string, data?: object): Promise<T> {
  const { origin } = new URL(address)
  const answer = await page.context().request.fetch(address, {
    method,
    headers: { Origin: origin },
    ...(data ? { data } : {}),
  })
  if (!answer.ok()) throw new Error(`${method} ${address}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as T
}
