import type { Locator, Page } from '@playwright/test'
import type { AppealPage } from '@/lib/contracts/appeal'
import { expect, openAs, PHONE, signIn, test } from './desk-test'
import { press } from './keyboard'

const BRIBES = /They were PAID/
const SNOWFLAKE = /Welcome to rules, snowflake/

const card = (page: Page, text: RegExp): Locator => page.getByRole('listitem').filter({ hasText: text })
const current = (page: Page): Locator => page.locator('li[aria-current="true"]')
const readOpen = async (page: Page) => (await (await page.request.get('/api/v1/desk/appeals')).json()) as AppealPage
const listOpen = async (page: Page) => (await readOpen(page)).appeals.map(({ row }) => row.externalId)
const ALL = ['night-tram-taxis-and-licence-15', 'school-phones-teachers-pay-01', 'school-phones-pupils-19']

test('appeals are answered by keyboard, with the reason and a note, and the answer is taken back', async ({ page }) => {
  await signIn(page, 'teo')
  await page.goto('/queue')
  await press(page, 'g', 'p')
  await expect(page.getByRole('heading', { name: 'Appeals', level: 1 })).toBeVisible()
  await expect(current(page)).toContainText(BRIBES)
  await expect(current(page)).toContainText('Mara Lindqvist rejected this (misinformation)')
  await press(page, 'n')
  await page.getByLabel('Note to the commenter').fill('We asked all three of them.')
  await page.getByLabel('Reason, if it is upheld').selectOption('privacy')
  await press(page, 'Escape')
  await press(page, 'r')
  await expect(current(page)).toContainText(SNOWFLAKE)
  await expect(card(page, BRIBES).getByText('Upheld', { exact: true })).toBeVisible()
  await expect.poll(() => listOpen(page)).toEqual(ALL.slice(1))
  const answered = (await (await page.request.get('/api/v1/desk/appeals?state=answered')).json()) as AppealPage
  expect(answered.appeals[0]).toMatchObject({
    state: 'upheld',
    answer: { by: 'Teo Marsh', reason: 'privacy', note: 'We asked all three of them.' },
    row: { state: { status: 'rejected' } },
  })
  await press(page, 'z')
  await expect(page.getByText('Undone: the appeal is open again')).toBeVisible()
  await expect.poll(() => listOpen(page)).toEqual(ALL)
  await expect(current(page)).toContainText(BRIBES)
})

test('what one decided oneself is left to a colleague, and says so before', async ({ page }) => {
  await signIn(page, 'teo')
  await page.goto('/appeals')
  await expect(current(page)).toContainText(BRIBES)
  await press(page, 'j')
  await expect(current(page)).toContainText('410,000 for pouches')
  await expect(current(page).getByText('You took this decision, so a colleague answers.')).toBeVisible()
  await expect(current(page).getByRole('button')).toHaveCount(0)
  await press(page, 'a')
  await expect(page.getByText('You took this decision, so a colleague answers.')).toHaveCount(2)
  expect(await listOpen(page)).toEqual(ALL)
  await press(page, 'k')
  await expect(current(page)).toContainText(BRIBES)
})

test('a colleague’s answer is seen at once, in the list and in the count; granted, the comment is as if it had not been decided on', async ({
  page,
  browser,
}) => {
  await signIn(page, 'teo')
  await page.goto('/appeals')
  await expect(card(page, BRIBES)).toBeVisible()
  const place = page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: /^Appeals/ })
  await expect(place).toHaveText('Appeals3')
  const admin = await openAs(browser, 'admin')
  await admin.goto('/appeals')
  await card(admin, SNOWFLAKE).getByRole('button', { name: 'Grant: remove the mark' }).click()
  await expect(card(admin, SNOWFLAKE).getByText('Granted', { exact: true })).toBeVisible()
  await expect(card(page, SNOWFLAKE)).toContainText('Ada Berg was first')
  await expect(place).toHaveText('Appeals2')
  await page.goto('/appeals?state=answered&outcome=granted')
  await expect(card(page, SNOWFLAKE)).toContainText('Answered by Ada Berg')
  const { appeals } = (await (await admin.request.get('/api/v1/desk/appeals?state=answered&outcome=granted')).json()) as AppealPage
  expect(appeals[0]?.row.state.marks).toEqual({ offTopic: false, uncivil: null })
  await card(admin, SNOWFLAKE).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => listOpen(admin)).toEqual(ALL)
  await expect(place).toHaveText('Appeals3')
  await admin.context().close()
})

test('by touch on a phone, and without a connection the answer waits for it', async ({ browser }) => {
  const page = await openAs(browser, 'teo', PHONE)
  await page.goto('/appeals')
  await expect(current(page)).toContainText(BRIBES)
  await page.context().setOffline(true)
  await card(page, SNOWFLAKE).getByRole('button', { name: 'Uphold the decision' }).tap()
  await expect(card(page, SNOWFLAKE).getByText('Saving…')).toBeVisible()
  await expect(page.getByText(/The connection is down\. 1 decision is kept here/)).toBeVisible()
  await page.context().setOffline(false)
  await card(page, SNOWFLAKE).getByRole('button', { name: 'Undo' }).tap()
  await expect(page.getByText('Undone: the appeal is open again')).toBeVisible()
  await expect.poll(() => listOpen(page)).toEqual(ALL)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  await page.context().close()
})

test('an answer is taken back although it is still being saved', async ({ page }) => {
  await signIn(page, 'teo')
  let letGo = () => {}
  const isAsked = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/appeals/*/answer', async (route) => {
    await isAsked
    await route.continue()
  })
  await page.goto('/appeals')
  await expect(current(page)).toContainText(BRIBES)
  await press(page, 'r')
  await expect(current(page)).toContainText(SNOWFLAKE)
  await press(page, 'z')
  letGo()
  await expect(page.getByText('Undone: the appeal is open again')).toBeVisible()
  await expect.poll(() => listOpen(page)).toEqual(ALL)
})
