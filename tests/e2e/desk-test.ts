import { test as base, type Browser, type BrowserContextOptions, type Cookie, type Page } from '@playwright/test'

export type DemoUser = 'admin' | 'mara' | 'teo' | 'ines'

/** The generated password of a demo user. */
export function passwordOf(user: DemoUser): string {
  const line = (process.env['DEMO_SIGN_IN'] ?? '').split('\n').find((row) => row.includes(`${user}@example.org`))
  const password = line?.trim().split(/\s+/).at(-1)
  if (!password) throw new Error(`No demo password for ${user}`)
  return password
}

const signedIn = new Map<DemoUser, Cookie[]>()

/**
 * Signs a page in; it is for the test to say where it goes. The form is filled in for the first page of each user only: a page of the desk
 * that nobody looks at costs as much as one that a test is about.
 */
export async function signIn(page: Page, user: DemoUser): Promise<void> {
  const known = signedIn.get(user)
  if (known) return page.context().addCookies(known)
  await signInByForm(page, user)
  signedIn.set(user, await page.context().cookies())
}

/** Editors begin at the articles, everybody else at the queue. */
const START = { admin: '/queue', mara: '/queue', teo: '/queue', ines: '/articles' } as const satisfies Record<DemoUser, string>

/** Signs a page in as a person does, in whichever language the form is. */
async function signInByForm(page: Page, user: DemoUser): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('[name=email]').fill(`${user}@example.org`)
  await page.locator('[name=password]').fill(passwordOf(user))
  await page.locator('button[type=submit]').click()
  await page.waitForURL(`**${START[user]}**`)
}

/** What a browser on a phone is like. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } satisfies BrowserContextOptions

/** A page in a browser profile of its own, signed in. */
export async function openAs(browser: Browser, user: DemoUser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', ...options })
  const page = await context.newPage()
  await signIn(page, user)
  return page
}

/** Tests against the running server. An error in a page's console fails the test. */
export const test = base.extend<{ consoleErrors: string[] }>({
  baseURL: async ({}, provide) => provide(process.env['BASE_URL'] ?? ''),
  consoleErrors: [
    async ({ page }, provide) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        // A refused request is told to the console by the browser itself; tests of refusals expect those.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
      })
      await provide(errors)
      base.expect(errors, 'errors in the browser console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
