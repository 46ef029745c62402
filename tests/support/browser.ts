/** Debian's Chromium, headless, without a word to the network. */
import { type Browser, chromium, type Page } from 'playwright-core'
import { PASSWORD } from './program.ts'

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
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
  })
}

/** A page with cookies of its own. */
export async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1100 } })
  // A machine that does something else meanwhile takes ten times as long as usual.
  context.setDefaultTimeout(60_000)
  return context.newPage()
}

/** A page that is signed in. `foreign` collects every address that is not Galley's own. */
export async function signInPage(browser: Browser, url: string): Promise<{ page: Page; foreign: string[] }> {
  const page = await openPage(browser)
  const foreign: string[] = []
  page.on('request', (request) => {
    const address = request.url()
    if (!address.startsWith(url) && !/^(data|blob):/.test(address)) foreign.push(address)
  })
  await page.goto(`${url}/admin`)
  await page.fill('input[name=email]', 'admin@galley.local')
  await page.fill('input[name=password]', PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForURL((address) => !address.pathname.includes('login'))
  return { page, foreign }
}
