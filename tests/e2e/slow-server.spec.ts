import type { Page } from '@playwright/test'
import { openQueue, readContext, readCurrentId } from './desk-page'
import { expect, signIn, test } from './desk-test'

const readState = async (page: Page, id: string) => (await readContext(page, id)).row.state
const readStatus = async (page: Page, id: string) => (await readState(page, id)).status

/**
 * Holds back what is sent to such addresses, until the answer is called. Before the page is opened: one that is there already hears of it
 * late where the browser is busy, and what it sends meanwhile goes past it.
 */
async function holdBack(page: Page, address: string): Promise<() => void> {
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route(address, async (route) => {
    await held
    await route.continue()
  })
  return answer
}

test('what is decided, taken back and decided again faster than the server answers ends as it was typed', async ({ page }) => {
  await signIn(page, 'teo')
  const answer = await holdBack(page, '**/comments/*/decisions')
  const id = await openQueue(page, 'queue=newest&status=published')
  await page.keyboard.press('a')
  const row = page.locator(`#comment-${id}`)
  await expect(row).toContainText('Approved')
  await page.keyboard.press('z')
  await expect(row).not.toContainText('Approved')
  await page.keyboard.press('r')
  await page.keyboard.press('2')
  answer()
  await expect.poll(() => readStatus(page, id)).toBe('rejected')
  await page.keyboard.press('z')
  await expect.poll(() => readStatus(page, id)).toBe('published')
})

test('an answer that comes late does not take the place of what was said since', async ({ page }) => {
  await signIn(page, 'teo')
  const answer = await holdBack(page, '**/decisions/*/undo')
  const id = await openQueue(page, 'queue=newest&status=published')
  await page.keyboard.press('a')
  await expect.poll(() => readStatus(page, id)).toBe('approved')
  await page.keyboard.press('z')
  await expect(page.locator(`#comment-${id}`)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('a')
  const said = page.getByRole('region', { name: 'Messages' })
  await expect(said).toContainText('Approved')
  const second = page.waitForResponse((response) => response.url().endsWith('/decisions') && response.ok())
  answer()
  await second
  await expect(said).toContainText('Approved')
  await said.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => readStatus(page, id)).toBe('published')
})

test('a selection goes in the version that a decision on its way makes, shows at once, and is taken back on its way', async ({ page }) => {
  await signIn(page, 'teo')
  const answerDecision = await holdBack(page, '**/comments/*/decisions')
  const answerBatch = await holdBack(page, '**/desk/batches')
  let first = await openQueue(page, 'queue=newest&status=published')
  // What other tests have marked stays marked.
  while ((await readState(page, first)).marks.offTopic) {
    await page.keyboard.press('j')
    await expect(page.locator(`#comment-${first}`)).not.toHaveAttribute('aria-selected', 'true')
    first = await readCurrentId(page)
  }
  const before = await readState(page, first)
  await page.keyboard.press('o')
  await expect(page.locator(`#comment-${first}`)).not.toHaveAttribute('aria-selected', 'true')
  const second = await readCurrentId(page)
  for (const key of ['k', 'x', 'j', 'x', 'a']) await page.keyboard.press(key)
  for (const id of [first, second]) await expect(page.locator(`#comment-${id}`)).toContainText('Approved')
  await page.keyboard.press('z')
  const sent = page.waitForRequest('**/desk/batches')
  answerDecision()
  await sent
  answerBatch()
  await expect(page.getByText(/Undone: 2 restored/)).toBeVisible()
  expect(await readState(page, first)).toMatchObject({ status: 'published', marks: { offTopic: true } })
  await page.keyboard.press('z')
  await expect.poll(() => readState(page, first)).toEqual(before)
})
