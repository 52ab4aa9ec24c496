import type { Page } from '@playwright/test'
import type { CommentContext } from '@/lib/contracts/queue'
import { button, listViolations } from './desk-page'
import { expect, signIn, test } from './desk-test'

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' }

/** Somebody with one comment; the address of their page. */
async function writeAs(page: Page, externalId: string, name: string): Promise<string> {
  const data = {
    externalId: `by-${externalId}`,
    articleExternalId: 'night-tram',
    author: { externalId, name },
    body: 'The dirigible is late',
  }
  const { id } = (await (await page.request.post('/api/v1/comments', { data, headers: SAME_ORIGIN })).json()) as { id: string }
  const context = (await (await page.request.get(`/api/v1/desk/comments/${id}`)).json()) as CommentContext
  return `/commenters/${context.commenter?.id ?? ''}`
}

test('an admin has by keyboard given out and erased what is kept about somebody', async ({ page }) => {
  await signIn(page, 'admin')
  await page.goto(await writeAs(page, 'erased-by-hand', 'Nils Ångström'))
  await page.waitForFunction(() => !('parleyEarlyInput' in window))
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download their data' }).focus()
  await page.keyboard.press('Enter')
  expect((await file).suggestedFilename()).toBe('commenter.json')
  expect(await listViolations(page, '[aria-labelledby=personal-data]')).toEqual([])

  await button(page, 'Erase this person…').focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const field = dialog.getByRole('textbox', { name: 'Type their name to confirm' })
  await expect(field).toBeFocused()
  await expect(dialog).toContainText('1 comment: its text')
  await expect(dialog).toContainText('This cannot be undone.')
  expect(await listViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(button(page, 'Erase this person…')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await page.keyboard.type('Nils')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('That is not their name.')
  await field.fill('nils ångström')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('They are erased.')
  await expect(dialog.getByRole('button', { name: 'To the queue' })).toBeFocused()
  expect(await listViolations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL('**/queue**')
})

test('moderators are offered neither', async ({ page, browser }) => {
  const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '' })
  const admin = await context.newPage()
  await signIn(admin, 'admin')
  const address = await writeAs(admin, 'kept-by-hand', 'Maja')
  await signIn(page, 'mara')
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'Maja' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Personal data' })).toHaveCount(0)
  await admin.request.delete('/api/v1/comments/by-kept-by-hand', { headers: SAME_ORIGIN })
  await context.close()
})
