import type { ArticleListPage } from '@/lib/contracts/article-list'
import type { ArticlePage } from '@/lib/contracts/article-page'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './desk-test'

/** Goes through every chart of the page by keyboard, from its first value to its last, and says how many there are. */
async function readCharts(page: Page): Promise<number> {
  const readers = page.getByRole('slider')
  await expect(readers.first()).toBeVisible()
  const charts = await readers.count()
  for (let chart = 0; chart < charts; chart++) {
    const reader = readers.nth(chart)
    await reader.focus()
    await page.keyboard.press('Home')
    const first = await reader.getAttribute('aria-valuetext')
    await page.keyboard.press('End')
    const last = await reader.getAttribute('aria-valuetext')
    expect(first).not.toBe('')
    expect(last).not.toBe(first)
  }
  return charts
}

test('an editor finds an article, reads its figures as words and as a table, and folds the thread', async ({ page }) => {
  await signIn(page, 'ines')
  const { rows } = (await (await page.request.get('/api/v1/desk/articles?sort=comments')).json()) as ArticleListPage
  const largest = rows[0]
  if (!largest) throw new Error('the demo has no article')

  await page.goto('/articles')
  await page.getByRole('button', { name: 'Comments', exact: true }).click()
  await expect(page).toHaveURL(/sort=comments/)
  await expect(page.getByRole('row').nth(1)).toContainText(largest.title)
  await page.getByRole('searchbox', { name: 'Find an article by its title' }).fill(largest.title)
  await expect(page).toHaveURL(/q=/)
  await page.getByRole('link', { name: largest.title }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(largest.title)
  await expect(page.getByText('Deciding on comments is for moderators.')).toBeVisible()
  const { figures } = (await (await page.request.get(`/api/v1/desk/articles/${largest.id}`)).json()) as ArticlePage
  const voices = page.locator('dl > div').filter({ hasText: 'Voices' })
  await expect(voices).toContainText(figures.voices.toLocaleString('en'))

  const talk = page.getByRole('region', { name: 'The talk over time', exact: true })
  await talk.getByText('Show as a table').click()
  const totals = await talk.locator('tbody tr td:nth-child(2)').allTextContents()
  expect(totals.reduce((sum, text) => sum + Number(text.replace(',', '')), 0)).toBe(figures.comments)

  const sheet = await page.pdf({ format: 'A4', printBackground: true })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

  const thread = page.getByRole('region', { name: 'The thread', exact: true })
  const entries = thread.locator('ol > li')
  const before = await entries.count()
  await thread.getByRole('button', { name: 'Hide all replies' }).click()
  expect(await entries.count()).toBeLessThan(before)
  await thread.getByRole('button', { name: 'Show all replies' }).click()
  await expect(entries).toHaveCount(before)
})

test('every chart of an article is read by keyboard, and the drift map leads from comment to comment', async ({ page }) => {
  await signIn(page, 'mara')
  const { rows } = (await (await page.request.get('/api/v1/desk/articles?sort=comments')).json()) as ArticleListPage
  await page.goto(`/articles/${rows[0]?.id}`)

  expect(await readCharts(page)).toBeGreaterThanOrEqual(4)

  const map = page.getByRole('region', { name: 'Drift map', exact: true })
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-mark'))
  await map.locator('a[data-mark][tabindex="0"]').focus()
  const start = await focused()
  await page.keyboard.press('End')
  const latest = await focused()
  expect(latest).not.toBe(start)
  await page.keyboard.press('Home')
  expect(await focused()).toBe(start)
  // Down to a reply and up again: the first mark that has an answer.
  for (let step = 0; step < 50; step++) {
    const here = await focused()
    await page.keyboard.press('ArrowDown')
    if ((await focused()) !== here) {
      await page.keyboard.press('ArrowUp')
      expect(await focused()).toBe(here)
      break
    }
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('+')
  await expect(page).toHaveURL(/from=.*to=/)
  await page.locator('a[data-mark][tabindex="0"]').focus()
  await page.keyboard.press('0')
  await expect(page).not.toHaveURL(/from=/)
  const mark = map.locator('a[data-mark][tabindex="0"]')
  const id = await mark.getAttribute('data-mark')
  await mark.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`comment=${id}`))
})

test('the charts of a comparison and of the whole newsroom are read by keyboard too, and as tables', async ({ page }) => {
  await signIn(page, 'ines')
  const { rows } = (await (await page.request.get('/api/v1/desk/articles?sort=comments')).json()) as ArticleListPage
  const [first, second] = rows
  await page.goto(`/articles/compare?of=articles&id=${first?.id}&id=${second?.id}`)
  expect(await readCharts(page)).toBe(2)
  await expect(page.getByText('Show as a table')).toHaveCount(2)
  await page.goto('/overview')
  expect(await readCharts(page)).toBe(1)
  await page.getByText('Show as a table').click()
  const totals = await page.locator('details table tbody tr td:nth-child(2)').allTextContents()
  const written = await page.locator('dl > div').filter({ hasText: 'Comments' }).locator('dd').first().textContent()
  expect(totals.reduce((sum, text) => sum + Number(text.replace(',', '')), 0)).toBe(Number(written?.replace(',', '')))
})

test('an address that names no article says so', async ({ page }) => {
  await signIn(page, 'mara')
  await page.goto('/articles/01890000-0000-7000-8000-000000000000')
  await expect(page.getByText('There is no such article on this site')).toBeVisible()
  await page.getByRole('link', { name: 'See all articles' }).click()
  await expect(page).toHaveURL(/\/articles$/)
})
