import { listViolations } from './desk-page'
import { expect, test } from './desk-test'
import { startBuiltServer } from '../setup/built-server'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

// A server of its own: the page is there until the first administrator is made.
test('the first administrator is made at a page that passes axe, refuses what is wrong, and is gone afterwards', async ({ browser }) => {
  test.setTimeout(180_000)
  const server = await startBuiltServer({ isDemo: false })
  try {
    const context = await browser.newContext({ baseURL: server.base, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const address = /https?:\S+\/setup\?token=\S+/.exec(server.readOutput())?.[0] ?? ''
    await page.goto(address)
    for (const size of SIZES) {
      await page.setViewportSize(size)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width)
      expect(await listViolations(page, 'body'), `${size.width} px`).toEqual([])
    }
    const fill = async (fields: Record<string, string>) => {
      for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value)
      await page.locator('button[type=submit]').click()
    }
    const token = new URL(address).searchParams.get('token') ?? ''
    await fill({ token: 'not it', siteName: 'The Gazette', name: 'Ada', email: 'ada@example.org', password: 'long enough to be one' })
    await expect(page.locator('[name=token][aria-invalid=true]')).toBeFocused()
    expect(await listViolations(page, 'body'), 'refused').toEqual([])
    await fill({ token })
    await page.waitForURL('**/settings')
    // Nothing has arrived yet: one of the three ways to be empty.
    await page.goto('/queue')
    await expect(page.getByText('No comments have arrived yet')).toBeVisible()
    for (const size of SIZES) {
      await page.setViewportSize(size)
      expect(await listViolations(page, 'body'), `empty, ${size.width} px`).toEqual([])
    }
    await page.goto(address)
    await expect(page).not.toHaveURL(/setup/)
    await context.close()
  } finally {
    await server.stop()
  }
})
