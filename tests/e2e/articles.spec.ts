import type { ArticleListPage } from '@/lib/contracts/article-list'
import type { ArticlePage } from '@/lib/contracts/article-page'
import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './desk-test'

/** Goes to the first value of a chart. It is there before it hears keys: on a busy machine the first ones come too early. */
async function goToStart(page: Page, reader: Locator): Promise<void> {
  await expect(async () => {
    await reader.focus()
    await page.keyboard.press('End')
    await expect(reader).toHaveAttribute('aria-valuenow', (await reader.getAttribute('aria-valuemax')) ?? '', { timeout: 1000 })
    await page.keyboard.press('Home')
    await expect(reader).toHaveAttribute('aria-valuenow', '1', { timeout: 1000 })
  }).toPass()
}

/** Goes through every chart of the page by keyboard, from its first value to its last, and says how many there are. */
async function readCharts(page: Page): Promise<number> {
  const readers = page.getByRole('slider')
  await expect(readers.first()).toBeVisible()
  const charts = await readers.count()
  for (let chart = 0; chart < charts; chart++) {
    const reader = readers.nth(chart)
    await goToStart(page, reader)
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

  const talk = page.getByRole('region', { name: 'Comments over time', exact: true })
  await talk.getByText('Show as a table').click()
  const totals = await talk.locator('tbody tr td:nth-child(2)').allTextContents()
  expect(totals.reduce((sum, text) => sum + Number(text.replace(',', '')), 0)).toBe(figures.comments)

  const sheet = await page.pdf({ format: 'A4', printBackground: true })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)

  const thread = page.getByRole('region', { name: 'The thread', exact: true })
  const entries = thread.locator('ol > li')
  const before = await entries.count()
  await thread.getByRole('button', { name: 'Hide all replies' }).click()
  await expect.poll(() => entries.count()).toBeLessThan(before)
  await thread.getByRole('button', { name: 'Show all replies' }).click()
  await expect(entries).toHaveCount(before)
})

/** What Tab stops at between the figures of an article and its thread, by name; the marks of the map are one stop. */
async function tabThroughCharts(page: Page): Promise<{ role: string; name: string }[]> {
  const stops: { role: string; name: string }[] = []
  await page.getByRole('button', { name: 'Export' }).focus()
  for (let tab = 0; tab < 120; tab++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const at = document.activeElement
      return { role: at?.getAttribute('role') ?? at?.localName ?? '', name: at?.getAttribute('aria-label') ?? at?.textContent ?? '' }
    })
    if (stop.name === 'Hide all replies') return stops
    stops.push(stop)
  }
  throw new Error('The thread was not reached by Tab')
}

/** Reads a chart bar by bar with the arrow keys, and says what is announced of each. */
async function readBars(page: Page, name: string): Promise<string[]> {
  const reader = page.getByRole('slider', { name, exact: true })
  await goToStart(page, reader)
  const announced: string[] = []
  const count = Number(await reader.getAttribute('aria-valuemax'))
  for (let bar = 1; bar <= count; bar++) {
    expect(await reader.getAttribute('aria-valuenow'), name).toBe(String(bar))
    announced.push((await reader.getAttribute('aria-valuetext')) ?? '')
    await page.keyboard.press('ArrowRight')
  }
  return announced
}

const CHARTS = [
  'Comments over time: read the bars one by one',
  'Civility: read the steps one by one',
  'Topic: read the steps one by one',
  'Waiting times: read the steps one by one',
  'Read the curve from the quietest to the loudest voices',
]

test('every chart of an article is reached by Tab, and each of its bars is announced', async ({ page }) => {
  await signIn(page, 'mara')
  const { rows } = (await (await page.request.get('/api/v1/desk/articles?sort=comments')).json()) as ArticleListPage
  await page.goto(`/articles/${rows[0]?.id}`)
  await expect(page.getByRole('slider').first()).toBeVisible()
  const stops = await tabThroughCharts(page)
  const charts = stops.filter(({ role }) => role === 'slider').map(({ name }) => name)
  expect(charts).toEqual(CHARTS)
  for (const chart of charts) {
    const announced = await readBars(page, chart)
    expect(announced.length, chart).toBeGreaterThan(1)
    expect(new Set(announced).size, chart).toBe(announced.length)
    expect(announced).not.toContain('')
  }
})

test('the drift map leads from comment to comment, and each of its marks is announced and opens its comment', async ({ page }) => {
  await signIn(page, 'mara')
  const { rows } = (await (await page.request.get('/api/v1/desk/articles?sort=comments')).json()) as ArticleListPage
  await page.goto(`/articles/${rows[0]?.id}`)

  const map = page.getByRole('region', { name: 'Drift map', exact: true })
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-mark'))
  await map.locator('a[data-mark][tabindex="0"]').focus()
  const start = await focused()
  // Until it hears keys.
  await expect(async () => {
    await page.keyboard.press('End')
    expect(await focused()).not.toBe(start)
  }).toPass()
  await page.keyboard.press('Home')
  expect(await focused()).toBe(start)
  const marks = await map.locator('a[data-mark]').count()
  expect(marks).toBe(rows[0]?.comments)
  const passed = new Set<string>()
  for (let step = 0; step < marks; step++) {
    const mark = await page.evaluate(() => {
      const at = document.activeElement
      return { id: at?.getAttribute('data-mark') ?? '', said: at?.getAttribute('aria-label') ?? '', href: at?.getAttribute('href') ?? '' }
    })
    passed.add(mark.id)
    expect(mark.said).toMatch(/^.+, .+: (on topic, civil|off-topic|uncivil)$/)
    expect(mark.href).toBe(`/queue?article=${rows[0]?.id}&queue=newest&comment=${mark.id}`)
    await page.keyboard.press('ArrowRight')
  }
  expect(passed.size).toBe(marks)
  await page.keyboard.press('Home')
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
