import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import type { ArticleListPage } from '@/lib/contracts/article-list'
import { expect, signIn, test } from './desk-test'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

async function listViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  )
}

async function openPage(browser: Browser, colorScheme: 'light' | 'dark', viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', colorScheme, viewport, reducedMotion: 'reduce' })
  return context.newPage()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(480_000)
    for (const viewport of SIZES) {
      const page = await openPage(browser, colorScheme, viewport)
      await page.goto('/sign-in')
      expect(await listViolations(page), '/sign-in').toEqual([])
      await signIn(page, 'admin')
      const { rows } = (await (await page.request.get('/api/v1/desk/articles')).json()) as ArticleListPage
      const paths = [
        '/queue',
        '/queue?queue=newest',
        '/queue?mode=one',
        '/search',
        '/search?q=bridge',
        '/decisions',
        '/articles',
        `/articles/${rows[0]?.id}`,
        `/articles/compare?of=articles&id=${rows[0]?.id}&id=${rows[1]?.id}`,
        '/overview',
        '/settings',
        '/settings/words',
        '/settings/keys',
        '/settings/webhooks',
        '/settings/coral',
        '/settings/audit',
        '/settings/people',
        '/settings/import',
        '/api-reference',
        '/nowhere',
      ]
      for (const path of paths) {
        await page.goto(path)
        await page.waitForLoadState('networkidle')
        expect(await listViolations(page), `${path} at ${viewport.width} px`).toEqual([])
        const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
        expect(isTooWide, `${path} scrolls sideways at ${viewport.width} px`).toBe(false)
      }
      await page.context().close()
    }
  })
}

test('a comment with markup and control characters is shown as text', async ({ page }) => {
  await signIn(page, 'mara')
  await page.goto('/queue?queue=newest')
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const found = (await (await page.request.get('/api/v1/desk/queue?queue=newest&limit=100')).json()) as {
    rows: { id: string; body: string }[]
    nextCursor: string | null
  }
  let hostile = found.rows.find(({ body }) => body.includes('<script>'))
  for (let cursor = found.nextCursor; !hostile && cursor !== null;) {
    const next = (await (await page.request.get(`/api/v1/desk/queue?queue=newest&limit=100&cursor=${cursor}`)).json()) as typeof found
    hostile = next.rows.find(({ body }) => body.includes('<script>'))
    cursor = next.nextCursor
  }
  expect(hostile).toBeDefined()
  await page.goto(`/queue?queue=newest&comment=${hostile?.id}`)
  await expect(page.getByText('<script>').first()).toBeVisible()
  expect(dialogs).toEqual([])
})
