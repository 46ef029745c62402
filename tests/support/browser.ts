/** Debian's Chromium, headless, without a word to the network. */
import { rm } from 'node:fs/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { newDataDir, PASSWORD, type Program, startProgram } from './program.ts'

/** The built program, empty, and a page in which its admin is signed in. */
export type Admin = SignedIn & { url: string; dataDir: string; browser: Browser; close(): Promise<void> }

/** `foreign` collects every address that is not Galley's own. */
type SignedIn = { page: Page; foreign: string[] }

export async function openAdmin(): Promise<Admin> {
  const dataDir = await newDataDir()
  let program: Program | undefined
  let browser: Browser | undefined
  const close = async () => {
    await browser?.close()
    program?.child.kill('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    program = await startProgram({ DATA_DIR: dataDir, GALLEY_DEMO: 'off' })
    browser = await openBrowser()
    return { url: program.url, dataDir, browser, close, ...(await signInPage(browser, program.url)) }
  } catch (error) {
    await close()
    throw error
  }
}

function openBrowser(): Promise<Browser> {
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

/** A page that is signed in. */
export async function signInPage(
  browser: Browser,
  url: string,
  email = 'admin@galley.local',
): Promise<SignedIn> {
  const page = await openPage(browser)
  const foreign: string[] = []
  page.on('request', (request) => {
    const address = request.url()
    if (!address.startsWith(url) && !/^(data|blob):/.test(address)) foreign.push(address)
  })
  await page.goto(`${url}/admin`)
  await page.fill('input[name=email]', email)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForURL((address) => !address.pathname.includes('login'))
  return { page, foreign }
}
