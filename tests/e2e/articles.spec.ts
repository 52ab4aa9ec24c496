import type { ArticleList, ArticleStats } from '@/lib/contracts/article-stats'
import { expect, signIn, test } from './desk-test'

test('an editor finds an article, reads its figures as words and as a table, and folds the thread', async ({ page }) => {
  await signIn(page, 'ines')
  const { rows } = (await (await page.request.get('/api/v1/desk/articles')).json()) as ArticleList
  const largest = rows.toSorted((a, b) => b.comments - a.comments)[0]
  if (!largest) throw new Error('the demo has no article')

  await page.goto('/articles')
  await page.getByRole('button', { name: 'Comments' }).click()
  await expect(page).toHaveURL(/sort=comments/)
  await expect(page.getByRole('row').nth(1)).toContainText(largest.title)
  await page.getByRole('searchbox').fill(largest.title)
  await expect(page).toHaveURL(/q=/)
  await page.getByRole('link', { name: largest.title }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(largest.title)
  await expect(page.getByText('Deciding on comments is for moderators.')).toBeVisible()
  const stats = (await (await page.request.get(`/api/v1/desk/articles/${largest.id}`)).json()) as ArticleStats
  const voices = page.locator('dl > div').filter({ hasText: 'Voices' })
  await expect(voices).toContainText(stats.figures.voices.toLocaleString('en'))

  const talk = page.getByRole('region', { name: 'The talk over time', exact: true })
  await talk.getByText('Show as a table').click()
  const totals = await talk.locator('tbody tr td:last-child').allTextContents()
  expect(totals.reduce((sum, text) => sum + Number(text.replace(',', '')), 0)).toBe(stats.figures.comments)

  const thread = page.getByRole('region', { name: 'The thread', exact: true })
  const entries = thread.locator('ol > li')
  const before = await entries.count()
  await thread.getByRole('button', { name: 'Hide all replies' }).click()
  expect(await entries.count()).toBeLessThan(before)
  await thread.getByRole('button', { name: 'Show all replies' }).click()
  await expect(entries).toHaveCount(before)
})

test('an address that names no article says so', async ({ page }) => {
  await signIn(page, 'mara')
  await page.goto('/articles/01890000-0000-7000-8000-000000000000')
  await expect(page.getByText('There is no such article on this site')).toBeVisible()
  await page.getByRole('link', { name: 'See all articles' }).click()
  await expect(page).toHaveURL(/\/articles$/)
})
