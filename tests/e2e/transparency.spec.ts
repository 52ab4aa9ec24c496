import { readFileSync } from 'node:fs'
import type { TransparencyReport } from '@/lib/contracts/transparency'
import { listViolations } from './desk-page'
import { expect, signIn, test } from './desk-test'

const heading = { name: 'Transparency report', level: 1 } as const

test('an editor finds the report, chooses a period by keyboard and takes it along', async ({ page }) => {
  await signIn(page, 'ines')
  await page.goto('/overview')
  await page.getByRole('link', { name: 'Transparency report' }).click()
  await expect(page.getByRole('heading', heading)).toBeVisible()

  const year = page.getByRole('link', { name: 'This year' })
  await year.focus()
  await page.keyboard.press('Enter')
  await expect(year).toHaveAttribute('aria-current', 'page')
  const period = new URL(page.url()).searchParams.get('period') ?? ''
  const told = (await (await page.request.get(`/api/v1/transparency?period=${period}`)).json()) as TransparencyReport
  const received = told.figures.find(({ key }) => key === 'comments.received')?.value ?? 0
  expect(received).toBeGreaterThan(100)
  const comments = page.getByRole('table', { name: 'Comments' })
  await expect(
    comments
      .getByRole('row', { name: /^Received/ })
      .getByRole('cell')
      .first(),
  ).toHaveText(String(received))

  expect(await listViolations(page, '#main')).toEqual([])

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Page to publish' }).click()])
  expect(download.suggestedFilename()).toBe(`transparency-${told.period.from}-${told.period.to}.html`)
  const file = readFileSync(await download.path(), 'utf8')
  expect(file).toContain(`<td class="value own">${received}</td>`)
  expect(file).not.toContain('<script')
})

test('other days are in the address; what is no period, and a period in which nothing happened, say so', async ({ page }) => {
  await signIn(page, 'ines')
  await page.goto('/overview/transparency')
  await page.getByRole('textbox', { name: 'From' }).fill('2020-02-01')
  await page.getByRole('textbox', { name: 'To' }).fill('2020-02-29')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/from=2020-02-01&to=2020-02-29$/)
  await expect(page.getByText('Nothing happened in this period')).toBeVisible()
  await page.goto('/overview/transparency?period=2026-Q7')
  await expect(page.getByText('That is not a period of up to 366 days.')).toBeVisible()
})

test('nobody who is signed out is given the report', async ({ page }) => {
  for (const path of ['/overview/transparency/file?format=html', '/api/v1/transparency'])
    expect((await page.request.get(path, { maxRedirects: 0 })).ok(), path).toBe(false)
})
