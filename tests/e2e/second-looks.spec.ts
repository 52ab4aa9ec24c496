import type { Page } from '@playwright/test'
import type { LookCount } from '@/lib/contracts/second-look'
import { button, listViolations, waitForList } from './desk-page'
import { expect, openAs, signIn, test } from './desk-test'

const region = (page: Page) => page.getByRole('region', { name: 'A comment for a second look' })
const readText = (page: Page) => region(page).getByRole('article').innerText()
const countWaiting = async (page: Page) => ((await (await page.request.get('/api/v1/desk/second-looks')).json()) as LookCount).waiting
const message = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Messages' }).getByText(text)
const other = (page: Page, text: string) => expect.poll(() => readText(page)).not.toBe(text)

test('second looks are worked through by keyboard, skipped, and taken back', async ({ page }) => {
  await signIn(page, 'admin')
  const waiting = await countWaiting(page)
  expect(waiting).toBeGreaterThan(3)
  await expect(page.getByRole('link', { name: `Second looks: ${waiting} wait for you` })).toBeVisible()
  await waitForList(page)
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(region(page)).toBeVisible()
  const first = await readText(page)

  await page.keyboard.press('j')
  await other(page, first)
  const second = await readText(page)
  await page.keyboard.press('a')
  await expect(message(page, 'Answered: Approved')).toBeVisible()
  await other(page, second)
  await expect(page.getByText(`${waiting - 1} wait for you`, { exact: true })).toBeVisible()
  await expect.poll(() => countWaiting(page)).toBe(waiting - 1)

  const third = await readText(page)
  await page.keyboard.press('r')
  await expect(page.getByRole('group', { name: 'Reject because of' })).toBeVisible()
  expect(await listViolations(page, '#main', false)).toEqual([])
  await page.keyboard.press('2')
  await expect(message(page, 'Answered: Rejected (spam)')).toBeVisible()
  await other(page, third)
  await page.keyboard.press('z')
  await expect(message(page, 'Your answer was undone')).toBeVisible()
  await expect.poll(() => readText(page)).toBe(third)
  await expect.poll(() => countWaiting(page)).toBe(waiting - 1)

  await page.keyboard.press('e')
  await expect(message(page, 'Answered: cannot tell')).toBeVisible()
  await expect.poll(() => countWaiting(page)).toBe(waiting - 2)
  await expect(page.getByRole('link', { name: new RegExp(`^Second looks: ${waiting - 2} wait`) })).toBeVisible()
})

test('what could not be saved or fetched is said, and comes back', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/second-looks')
  await expect(page.locator('[data-ready]')).toBeVisible()
  const first = await readText(page)
  await page.route('**/api/v1/desk/second-looks/*/answer', (route) => route.abort())
  await page.keyboard.press('o')
  await expect(message(page, 'Your answer was not saved')).toBeVisible()
  await expect.poll(() => readText(page)).toBe(first)
  await page.unroute('**/api/v1/desk/second-looks/*/answer')
  await page.route('**/api/v1/desk/second-looks?after=*', (route) => route.fulfill({ status: 503, json: { status: 503, detail: 'Down.' } }))
  await page.goto('/second-looks')
  await expect(page.locator('[data-ready]')).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByText('The next comment could not be fetched')).toBeVisible()
  await page.unroute('**/api/v1/desk/second-looks?after=*')
  await button(page, 'Try again').click()
  await expect(region(page)).toBeVisible()
})

test('leads see how far two people agree and where they differ; nobody else does', async ({ browser, page }) => {
  await signIn(page, 'admin')
  await page.goto('/second-looks/agreement')
  await expect(page.getByRole('region', { name: 'Two agree' })).toContainText(/\d+% \(\d+% to \d+%\)/)
  await expect(page.getByRole('region', { name: 'Beyond chance' })).toContainText(/\d\.\d\d \(-?\d\.\d\d to \d\.\d\d\)/)
  const items = page.getByRole('list', { name: 'Where two differ' }).getByRole('listitem')
  const open = await items.count()
  expect(open).toBeGreaterThan(2)
  await items
    .first()
    .getByRole('button', { name: /^The decision stands/ })
    .click()
  await expect(items).toHaveCount(open - 1)
  await items.first().getByRole('link', { name: 'Open at the desk' }).click()
  await expect(page).toHaveURL(/\/queue\?queue=newest&comment=/)

  const teo = await openAs(browser, 'teo')
  await teo.goto('/second-looks/agreement')
  await expect(teo.getByText('Agreement is for administrators')).toBeVisible()
  await teo.context().close()
  const ines = await openAs(browser, 'ines')
  await ines.goto('/second-looks')
  await expect(ines.getByText('Second looks are for moderators')).toBeVisible()
  await ines.context().close()
})

test('the share is set in the settings and stands in the log of changes', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto('/settings/second-looks')
  const share = page.getByRole('combobox', { name: 'Share of decisions that get a second look' })
  const chosen = (await share.inputValue()) === '0.02' ? '0.05' : '0.02'
  await share.selectOption(chosen)
  await page.getByRole('form', { name: 'Share of decisions that get a second look' }).getByRole('button', { name: 'Save' }).click()
  await expect(message(page, 'Saved')).toBeVisible()
  await page.reload()
  await expect(share).toHaveValue(chosen)
  await page.goto('/settings/audit')
  await expect(page.getByText(/changed the share of decisions that get a second look/).first()).toBeVisible()
})

test('a second look is answered by touch on a phone', async ({ browser }) => {
  const phone = await browser.newContext({
    baseURL: process.env['BASE_URL'] ?? '',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await phone.newPage()
  await signIn(page, 'admin')
  await page.goto('/second-looks')
  await expect(page.locator('[data-ready]')).toBeVisible()
  const waiting = await countWaiting(page)
  await button(page, 'Uncivil').tap()
  await page.getByRole('group', { name: 'Mark uncivil: which kind?' }).getByRole('button', { name: 'insult' }).tap()
  await expect.poll(() => countWaiting(page)).toBe(waiting - 1)
  await button(page, 'More answers').tap()
  await page.getByRole('menuitem', { name: 'Undo my last answer' }).tap()
  await expect.poll(() => countWaiting(page)).toBe(waiting)
  await phone.close()
})
