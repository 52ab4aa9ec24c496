import type { Page } from '@playwright/test'
import type { CommentContext, QueueCounts } from '@/lib/contracts/queue'
import { expect, openAs, signIn, test } from './desk-test'

const current = (page: Page) => page.getByRole('row', { selected: true })
const currentId = async (page: Page) => ((await current(page).getAttribute('id')) ?? '').replace('comment-', '')

async function readStatus(page: Page, id: string): Promise<string> {
  return ((await (await page.request.get(`/api/v1/desk/comments/${id}`)).json()) as CommentContext).row.state.status
}

async function openQueue(page: Page, query: string): Promise<string> {
  await page.goto(`/queue?${query}`)
  await expect(page.locator('[role=grid][data-ready]')).toBeVisible()
  await expect(current(page)).toBeVisible()
  return currentId(page)
}

test('three comments are selected, rejected and brought back by keyboard alone', async ({ page }) => {
  await signIn(page, 'teo')
  const first = await openQueue(page, 'queue=newest&status=published')
  const before = await readStatus(page, first)
  for (const key of ['x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key)
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.keyboard.press('r')
  await page.keyboard.press('2')
  await expect(page.getByText(/Rejected \(spam\): 3 decided/)).toBeVisible()
  expect(await readStatus(page, first)).toBe('rejected')
  await page.getByRole('button', { name: 'Undo all' }).click()
  await expect(page.getByText(/Undone: 3 taken back/)).toBeVisible()
  expect(await readStatus(page, first)).toBe(before)
})

test('one comment at a time has the keys of the list', async ({ page }) => {
  await signIn(page, 'teo')
  const id = await openQueue(page, 'queue=held')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'One comment' })).toBeVisible()
  await expect(page).toHaveURL(/mode=one/)
  await page.keyboard.press('a')
  await expect.poll(() => readStatus(page, id)).toBe('approved')
  await expect(page.locator(`#comment-${id}`)).toBeHidden()
  await page.keyboard.press('z')
  await expect.poll(() => readStatus(page, id)).toBe('pending')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid')).toBeVisible()
})

test('a search is completed as one types, stands in the address, and is kept as a view', async ({ page }) => {
  await signIn(page, 'teo')
  await openQueue(page, 'queue=newest')
  await page.keyboard.press('/')
  await page.keyboard.type('sect')
  await expect(page.getByRole('option', { name: /section:/ })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=section/)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByLabel('Name').fill('My section')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'My section', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filter Search' }).click()
  await expect(page).not.toHaveURL(/q=section/)
  await page.getByRole('button', { name: 'My section', exact: true }).click()
  await expect(page).toHaveURL(/q=section/)
  await page.getByRole('button', { name: 'Remove the view My section' }).click()
  await expect(page.getByRole('button', { name: 'My section', exact: true })).toHaveCount(0)
})

test('what is not understood is told where it stands', async ({ page }) => {
  await signIn(page, 'teo')
  await openQueue(page, 'queue=newest')
  await page.keyboard.press('/')
  await page.keyboard.type('colour:red')
  await page.keyboard.press('Enter')
  await expect(page.getByText('colour is not an operator')).toBeVisible()
  await expect(page).not.toHaveURL(/colour/)
})

test('a comment is escalated with a note, and the lead finds it under Mine', async ({ page, browser }) => {
  await signIn(page, 'teo')
  const id = await openQueue(page, 'queue=review')
  await page.keyboard.press('e')
  await page.getByLabel('Note').fill('Is this a threat?')
  await page.getByRole('button', { name: 'Escalate', exact: true }).last().click()
  await expect(page.getByText('Handed to the leads by Teo Marsh')).toBeVisible()
  const lead = await openAs(browser, 'admin')
  const counts = (await (await lead.request.get('/api/v1/desk/counts')).json()) as QueueCounts
  expect(counts.mine).toBe(1)
  expect(await openQueue(lead, 'queue=mine')).toBe(id)
  await expect(lead.getByText('Is this a threat?')).toBeVisible()
  await lead.context().close()
})

test('the palette finds commands, and a key can be changed', async ({ page }) => {
  await signIn(page, 'teo')
  await openQueue(page, 'queue=review')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('off-topic')
  await page.getByRole('option', { name: 'Off-topic', exact: true }).click()
  await expect(page).toHaveURL(/queue=off_topic/)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('preferences')
  await page.keyboard.press('Enter')
  await page.getByLabel('Approve', { exact: true }).focus()
  await page.keyboard.press('y')
  await page.getByRole('button', { name: 'Save', exact: true }).last().click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const id = await openQueue(page, 'queue=held')
  await page.keyboard.press('y')
  await expect.poll(() => readStatus(page, id)).toBe('approved')
  await page.keyboard.press('z')
  await expect.poll(() => readStatus(page, id)).toBe('pending')
  expect((await page.request.put('/api/v1/desk/preferences', { data: {}, headers: { 'sec-fetch-site': 'same-origin' } })).status()).toBe(
    200,
  )
})

test('everything that a filter lets through is decided at once and taken back', async ({ page }) => {
  await signIn(page, 'teo')
  await openQueue(page, 'queue=off_topic')
  const before = (await (await page.request.get('/api/v1/desk/counts')).json()) as QueueCounts
  await page.getByRole('button', { name: 'More decisions' }).click()
  await page.getByRole('menuitem', { name: /Decide on all that match/ }).click()
  await page.getByRole('combobox', { name: 'Decision' }).selectOption('approve')
  await page.getByRole('button', { name: `Approve: ${before.off_topic}` }).click()
  await expect(page.getByText(`${before.off_topic} decided.`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo all of it' }).click()
  await expect(page.getByText(`${before.off_topic} taken back.`)).toBeVisible()
  const { capped: _capped, ...after } = (await (await page.request.get('/api/v1/desk/counts')).json()) as QueueCounts
  expect(after).toEqual({ ...after, off_topic: before.off_topic, review: before.review, held: before.held })
})

test('replies under a comment are closed from the exchange, and opened again', async ({ page }) => {
  await signIn(page, 'teo')
  const id = await openQueue(page, 'queue=newest&q=is:reply')
  await page.getByRole('button', { name: 'Decide on the exchange…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Decide on the exchange' })
  await dialog
    .getByRole('button', { name: /^Close replies under this/ })
    .last()
    .click()
  await expect(dialog.getByText('Replies under this are closed: new ones are held.')).toBeVisible()
  const { history } = (await (await page.request.get(`/api/v1/desk/comments/${id}`)).json()) as CommentContext
  expect(history[0]).toMatchObject({ kind: 'close_replies', by: 'Teo Marsh' })
  await dialog.getByRole('button', { name: /^Open replies again/ }).click()
  await expect(dialog.getByText('Replies under this are closed: new ones are held.')).toBeHidden()
  await page.keyboard.press('Escape')
  // Its versions are known: the next decision is not refused.
  await page.keyboard.press('Shift+U')
  await page.keyboard.press('1')
  await expect.poll(() => readStatus(page, id)).toBe('rejected')
  await page.keyboard.press('z')
  await expect.poll(() => readStatus(page, id)).not.toBe('rejected')
})

test('a colleague’s decision stands in the row without a reload', async ({ page, browser }) => {
  await signIn(page, 'teo')
  const id = await openQueue(page, 'queue=held')
  const mara = await openAs(browser, 'mara')
  await openQueue(mara, `queue=held&comment=${id}`)
  await expect(page.getByText('1 other here')).toBeVisible()
  await mara.keyboard.press('a')
  await expect(page.locator(`#comment-${id}`)).toContainText('Mara Lindqvist approved this')
  await mara.keyboard.press('z')
  await expect.poll(() => readStatus(page, id)).toBe('pending')
  await mara.context().close()
})

test('a decision made without a connection is held, and sent when it is back', async ({ page, context }) => {
  await signIn(page, 'teo')
  const id = await openQueue(page, 'queue=held')
  await context.setOffline(true)
  await page.keyboard.press('a')
  await expect(page.getByText(/1 decision is held here/)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/1 decision is held here/)).toBeHidden()
  await expect.poll(() => readStatus(page, id)).toBe('approved')
  await page.keyboard.press('z')
  await expect.poll(() => readStatus(page, id)).toBe('pending')
})

test('the log shows a decision and takes it back; a commenter has a page; words are found', async ({ page }) => {
  await signIn(page, 'teo')
  const id = await openQueue(page, 'queue=held')
  await page.keyboard.press('a')
  await expect.poll(() => readStatus(page, id)).toBe('approved')
  await page.goto('/decisions')
  const line = page.getByRole('list', { name: 'Decisions' }).getByRole('listitem').first()
  await expect(line).toContainText('Teo Marsh approved this')
  await line.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readStatus(page, id)).toBe('pending')
  await expect(line).toContainText('took a decision back')
  await page.goto('/search?q=bridge')
  await expect(page.getByRole('list', { name: 'Found comments' }).locator('mark').first()).toHaveText(/bridge/i)
  await page.getByRole('list', { name: 'Found comments' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Latest comments' })).toBeVisible()
})
