import { listViolations } from './desk-page'
import { expect, signIn, test } from './desk-test'

/** Dialogs of the settings, by the button that opens each. */
const DIALOGS = [
  ['/settings', 'Add a site'],
  ['/settings/keys', 'New key'],
  ['/settings/webhooks', 'New webhook'],
  ['/settings/coral', 'Add a Coral site'],
  ['/settings/scorers', 'Add a scorer'],
  ['/settings/people', 'Add a person'],
] as const

test('each dialog of the settings begins at its first field, and passes axe in both schemes', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await signIn(page, 'admin')
  const problems: string[] = []
  for (const [path, name] of DIALOGS) {
    await page.goto(path)
    const opener = page.getByRole('button', { name }).first()
    // The button is there before the page listens to it.
    await expect(async () => {
      await opener.click()
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2000 })
    }).toPass()
    const begins = await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)
    if (!begins) problems.push(`${path} ${name}: the focus is elsewhere`)
    const isAtClose = await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Close' })
      .evaluate((close) => close === document.activeElement)
    if (isAtClose) problems.push(`${path} ${name}: begins at what closes it`)
    problems.push(...(await listViolations(page)).map((problem) => `${path} ${name}: ${problem}`))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(opener).toBeFocused()
  }
  expect(problems).toEqual([])
  await context.close()
})

test('a refused sign-in, and the desk from right to left, pass axe in both schemes', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', reducedMotion: 'reduce', locale: 'ar' })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.locator('[name=email]').fill('nobody@example.org')
  await page.locator('[name=password]').fill('not the password')
  await page.locator('button[type=submit]').click()
  await expect(page.getByRole('alert').filter({ hasText: /\w|\p{L}/u })).toBeVisible()
  expect(await listViolations(page, 'body')).toEqual([])
  await signIn(page, 'mara')
  for (const path of ['/queue?queue=newest&q=is:reply', '/decisions', '/search?q=bridge']) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    expect(await listViolations(page, 'body'), path).toEqual([])
  }
  await context.close()
})

test('a place that the log of changes has not is where it begins', async ({ page }) => {
  await signIn(page, 'admin')
  const response = await page.goto('/settings/audit?before=Europe/Berlin')
  expect(response?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Something went wrong')).toBeHidden()
})
