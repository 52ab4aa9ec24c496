import type { Page } from '@playwright/test'
import { currentRow, holdCode, readContext, readCurrentId, waitForList } from './desk-page'
import { expect, signIn, test } from './desk-test'

/**
 * JavaScript in kB, as it is sent (Brotli; a seventh more where a browser takes gzip alone): in the script tags of the document, with what the keys wait for besides, and with what is fetched
 * ahead once the browser has nothing to do.
 */
const MOST = { tags: 122, ready: 210, all: 233 }

test('the first load of the queue keeps to its budget, and nothing on it moves', async ({ page }) => {
  await signIn(page, 'teo')
  await page.addInitScript(watchShifts)
  await page.goto('/queue')
  await waitForList(page)
  const { tags, ahead } = await listScripts(page)
  const first = await page.evaluate(weighScripts, tags)
  const all = await page.evaluate(weighScripts, [...new Set([...tags, ...ahead])])
  expect(first).toBeGreaterThan(50)
  expect(first).toBeLessThan(MOST.tags)
  expect(all).toBeGreaterThan(first)
  expect(all).toBeLessThan(MOST.ready)
  // The dialogs come when nothing else is to be done.
  await expect.poll(() => page.evaluate(weighScripts, null)).toBeGreaterThan(all + 5)
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(weighScripts, null)).toBeLessThan(MOST.all)
  expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.01)
})

test('who comes to the queue from another page stays in the same frame, and its keys work', async ({ page }) => {
  await signIn(page, 'teo')
  await page.goto('/decisions')
  const frame = await page.getByRole('banner').elementHandle()
  // Before the frame is alive a link leads on by a load of its own.
  await page.waitForFunction(() => !('parleyEarlyInput' in window))
  await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Queue' }).click()
  await waitForList(page)
  const second = page.getByRole('row').nth(1)
  await expect(second).toHaveAttribute('aria-selected', 'false')
  await page.keyboard.press('j')
  await expect(second).toHaveAttribute('aria-selected', 'true')
  expect(await frame?.evaluate((header) => header.isConnected)).toBe(true)
})

test('a click made before the code of the page is there is heard once it is', async ({ page }) => {
  await signIn(page, 'teo')
  const letThrough = await holdCode(page)
  await page.goto('/queue?queue=newest&q=is:reply', { waitUntil: 'commit' })
  const exchange = page.getByRole('button', { name: 'Decide on the exchange…' })
  await exchange.click()
  await expect(exchange).toBeFocused()
  letThrough()
  await expect(page.getByRole('dialog', { name: 'Decide on the exchange' })).toBeVisible()
})

test('keys pressed before the code of the page is there decide once it is', async ({ page }) => {
  await signIn(page, 'teo')
  const letThrough = await holdCode(page)
  await page.goto('/queue?queue=newest&status=published', { waitUntil: 'commit' })
  await expect(currentRow(page)).toBeVisible()
  const first = await readCurrentId(page)
  const [second, third] = await page.getByRole('row').evaluateAll((rows) => rows.slice(1, 3).map((row) => row.id.replace('comment-', '')))
  for (const key of ['j', 'a']) await page.keyboard.press(key)
  expect(await readCurrentId(page)).toBe(first)
  letThrough()
  await waitForList(page)
  await expect.poll(async () => (await readContext(page, second ?? '')).row.state.status).toBe('approved')
  expect((await readContext(page, first)).row.state.status).toBe('published')
  await expect(page.locator(`#comment-${third}`)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('z')
  await expect.poll(async () => (await readContext(page, second ?? '')).row.state.status).toBe('published')
})

test.describe('a key pressed before the code of another page is there is heard once it is', () => {
  const PAGES = [
    { path: '/second-looks', user: 'admin', key: 'r', find: (page: Page) => page.getByRole('group', { name: 'Reject because of' }) },
    { path: '/appeals', user: 'teo', key: 'n', find: (page: Page) => page.getByLabel('Note to the commenter') },
    { path: '/search', user: 'teo', key: '/', find: (page: Page) => page.locator('[role=search] input:focus') },
    { path: '/settings/rules', user: 'admin', key: '/', find: (page: Page) => page.locator('[role=search] input:focus') },
  ] as const
  for (const { path, user, key, find } of PAGES)
    test(path, async ({ page }) => {
      await signIn(page, user)
      const letThrough = await holdCode(page)
      await page.goto(path, { waitUntil: 'commit' })
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.keyboard.press(key)
      await expect(find(page)).toHaveCount(0)
      letThrough()
      await expect(find(page)).toBeVisible()
    })
})

declare global {
  interface Window {
    /** How far things on the page moved by themselves, as the browser counts it. */
    shifted: number
  }
}

function watchShifts(): void {
  window.shifted = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** The addresses of the scripts that the document names as the server sends it, and of those it has fetched ahead. */
async function listScripts(page: Page): Promise<{ tags: string[]; ahead: string[] }> {
  const html = await (await page.request.get('/queue')).text()
  const read = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, address = '']) => new URL(address, page.url()).href)
  return {
    tags: read(/<script\b(?![^>]*nomodule)[^>]*\bsrc="([^"]+)"/gi),
    ahead: read(/<link\b(?=[^>]*\bas="script")[^>]*\bhref="([^"]+)"/gi),
  }
}

/** In the page: kB of these scripts, or of all that were loaded, as they were sent. */
function weighScripts(named: string[] | null): number {
  const loads = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const scripts = loads.filter(({ name }) => named?.includes(name) ?? new URL(name).pathname.endsWith('.js'))
  return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize / 1000, 0)
}
