import { expect, type Locator, type Page } from '@playwright/test'
import type { CommentContext, QueuePage } from '@/lib/contracts/queue'
import { askAxe } from './axe'

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true })

/** The row under the cursor. */
export const currentRow = (page: Page): Locator => page.getByRole('row', { selected: true })

export async function readCurrentId(page: Page): Promise<string> {
  return ((await currentRow(page).getAttribute('id')) ?? '').replace('comment-', '')
}

export async function readContext(page: Page, id: string): Promise<CommentContext> {
  const response = await page.request.get(`/api/v1/desk/comments/${id}`)
  expect(response.status()).toBe(200)
  return (await response.json()) as CommentContext
}

/** Rows are drawn by the server, before the keys work. */
export async function waitForList(page: Page): Promise<void> {
  await expect(page.locator('[role=grid][data-ready]')).toBeVisible()
  await expect(currentRow(page)).toBeVisible()
}

/** Opens a queue; the id of the comment under the cursor. */
export async function openQueue(page: Page, query: string): Promise<string> {
  await page.goto(`/queue?${query}`)
  await waitForList(page)
  return readCurrentId(page)
}

/** Replies, whose thread is an exchange. */
const REPLIES = '/queue?queue=newest&q=is:reply'

/** Opens the list of replies, and waits until its keys are on. */
export async function openReplies(page: Page): Promise<void> {
  await page.goto(REPLIES)
  await expect(page.locator('[role=grid][data-ready]')).toBeVisible()
}

/** Opens the palette and runs the command that the words find. */
export async function runCommand(page: Page, words: string): Promise<void> {
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await page.keyboard.press('Control+k')
  await expect(palette).toBeVisible()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(palette).toBeHidden()
}

/** What axe finds in a part of the page, in the light scheme; in the dark one it is asked for the colours, which are all that changes. */
export async function listViolations(page: Page, part = '[role=dialog]', isDarkToo = true): Promise<string[]> {
  // Colours do not fade from one scheme to the other while axe reads them.
  await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' })
  const light = await askAxe(page, { include: [part] }, {})
  if (isDarkToo) await page.emulateMedia({ colorScheme: 'dark' })
  const dark = isDarkToo ? await askAxe(page, { include: [part] }, { runOnly: { type: 'rule', values: ['color-contrast'] } }) : []
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark].map(({ id, targets }) => `${id}: ${targets.join(' | ')}`)
}

/** The id of somebody who wrote one of the newest comments. */
export async function findCommenter(page: Page): Promise<string> {
  const { rows } = (await (await page.request.get('/api/v1/desk/queue?queue=newest')).json()) as QueuePage
  const id = rows.find(({ commenter }) => commenter !== null)?.commenter?.id
  if (id === undefined) throw new Error('nobody is named in the demo')
  return id
}

/** Holds the page's code back until the answer is called. */
export async function holdCode(page: Page): Promise<() => void> {
  let letThrough = (): void => undefined
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await held
    await route.continue()
  })
  return letThrough
}
