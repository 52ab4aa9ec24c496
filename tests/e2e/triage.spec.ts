import type { Page } from '@playwright/test'
import type { ArticleListPage } from '@/lib/contracts/article-list'
import type { ArticlePage } from '@/lib/contracts/article-page'
import { openQueue, readContext, runCommand, waitForList } from './desk-page'
import { expect, openAs, PHONE, signIn, test } from './desk-test'

async function findArticle(page: Page, title: string): Promise<string> {
  const { rows } = (await (await page.request.get('/api/v1/desk/articles')).json()) as ArticleListPage
  const article = rows.find((row) => row.title === title)
  if (!article) throw new Error(`No article called ${title}`)
  return article.id
}

test('a moderator marks, flags, rejects and undoes by keyboard, and the editor’s page changes accordingly', async ({ page, browser }) => {
  await signIn(page, 'mara')
  const article = await findArticle(page, 'Council votes to close the night tram')
  const readStats = async () => (await (await page.request.get(`/api/v1/desk/articles/${article}`)).json()) as ArticlePage
  const before = await readStats()

  const offTopic = await openQueue(page, `queue=off_topic&article=${article}`)
  await page.keyboard.press('o')
  await expect(page.locator(`#comment-${offTopic}`)).toContainText('Marked off-topic')

  const uncivil = await openQueue(page, `queue=uncivil&article=${article}`)
  await page.keyboard.press('u')
  await expect(page.getByRole('group', { name: 'Mark uncivil: which kind?' })).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.locator(`#comment-${uncivil}`)).toContainText('Marked uncivil: insult')

  const rejected = await openQueue(page, `queue=reported&article=${article}`)
  await page.keyboard.press('r')
  await page.keyboard.press('1')
  await expect(page.locator(`#comment-${rejected}`)).toContainText('Rejected (abuse)')
  await expect.poll(async () => (await readContext(page, rejected)).row.state.status).toBe('rejected')
  await page.keyboard.press('z')
  await expect.poll(async () => (await readContext(page, rejected)).row.state.status).toBe('published')

  expect((await readContext(page, offTopic)).row.state).toMatchObject({ marks: { offTopic: true }, isReviewed: true, status: 'published' })
  expect((await readContext(page, uncivil)).row.state.marks.uncivil).toBe('insult')
  const { history, row } = await readContext(page, rejected)
  expect(history.map(({ kind, by, isUndone }) => ({ kind, by, isUndone }))).toEqual(
    expect.arrayContaining([
      { kind: 'undo', by: 'Mara Lindqvist', isUndone: false },
      { kind: 'reject', by: 'Mara Lindqvist', isUndone: true },
    ]),
  )
  expect(row.state.openReports).toBeGreaterThan(0)

  const after = await readStats()
  expect(after.figures.uncivil).toBe(before.figures.uncivil + 1)
  expect(after.figures.offTopic).toBe(before.figures.offTopic + 1)
  expect(after.figures.statuses.rejected).toBe(before.figures.statuses.rejected)
  expect(after.figures.waiting).toBe(before.figures.waiting - 2)

  const editor = await openAs(browser, 'ines')
  await editor.goto(`/articles/${article}`)
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('Council votes to close the night tram')
  await expect(editor.getByText(`${Math.round((after.figures.uncivilShare ?? 0) * 100)}%`).first()).toBeVisible()
  await editor.context().close()
})

test('a moderator lets a comment stand out by key, by menu and by palette, and takes it back', async ({ page }) => {
  await signIn(page, 'mara')
  const id = await openQueue(page, 'queue=newest&q=is:approved -mark:uncivil -mark:off_topic')
  const readFeatured = async () => (await readContext(page, id)).row.isFeatured
  const row = page.locator(`#comment-${id}`)
  await page.keyboard.press('f')
  await expect(row.getByText('Featured', { exact: true })).toBeVisible()
  await expect(row).toHaveAttribute('aria-selected', 'true')
  await expect.poll(readFeatured).toBe(true)
  await expect(page.getByRole('complementary').getByText('featured this')).toBeVisible()
  await page.keyboard.press('z')
  await expect(row.getByText('Featured', { exact: true })).toHaveCount(0)
  await expect.poll(readFeatured).toBe(false)

  await page.getByRole('button', { name: 'More decisions' }).click()
  await page.getByRole('menuitem', { name: /^Feature/ }).click()
  await expect.poll(readFeatured).toBe(true)
  await runCommand(page, 'stop featuring')
  await expect.poll(readFeatured).toBe(false)
  const { history } = await readContext(page, id)
  expect(history.slice(0, 4).map(({ kind }) => kind)).toEqual(['unfeature', 'feature', 'undo', 'feature'])

  await openQueue(page, 'queue=held')
  await page.keyboard.press('f')
  await expect(page.getByText('Only a public comment without marks can be featured')).toBeVisible()
})

test('of two people who decide the same comment one wins, and the other is told who and what', async ({ page, browser }) => {
  await signIn(page, 'mara')
  const id = await openQueue(page, 'queue=review')
  const teo = await openAs(browser, 'teo')
  await teo.goto(`/queue?queue=review&comment=${id}`)
  await waitForList(teo)
  await expect(teo.locator(`#comment-${id}`)).toHaveAttribute('aria-selected', 'true')

  await teo.keyboard.press('r')
  await teo.keyboard.press('1')
  await expect.poll(async () => (await readContext(teo, id)).row.state.status).toBe('rejected')
  await page.keyboard.press('a')
  const note = page.getByText(/Teo Marsh rejected this .*\(abuse\)\. Your decision was not saved; decide again to overrule it\./)
  await expect(note.first()).toBeVisible()

  const { history, row } = await readContext(page, id)
  expect(row.state.status).toBe('rejected')
  expect(history.filter(({ kind }) => kind !== 'undo').map(({ kind, by }) => ({ kind, by }))[0]).toEqual({
    kind: 'reject',
    by: 'Teo Marsh',
  })
  expect(history.filter(({ by }) => by === 'Mara Lindqvist')).toEqual([])
  await teo.context().close()
})

test('an editor reads everything and decides nothing; the API refuses too', async ({ page }) => {
  await signIn(page, 'ines')
  const id = await openQueue(page, 'queue=review')
  await expect(page.getByText('You can read everything here; deciding is for moderators.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Approve/ })).toHaveCount(0)
  const { row } = await readContext(page, id)
  await page.keyboard.press('a')
  const refused = await page.evaluate(
    async ([comment, version]) => {
      const response = await fetch(`/api/v1/desk/comments/${comment}/decisions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version, act: { kind: 'approve' } }),
      })
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        title: ((await response.json()) as { title: string }).title,
      }
    },
    [id, row.version] as const,
  )
  expect(refused).toEqual({ status: 403, type: 'application/problem+json', title: 'Not permitted' })
  expect((await readContext(page, id)).row.version).toBe(row.version)
})

test('the keys move, open help, and are off while typing', async ({ page }) => {
  await signIn(page, 'teo')
  const first = await openQueue(page, 'queue=newest')
  await page.keyboard.press('j')
  await expect(page.locator(`#comment-${first}`)).toHaveAttribute('aria-selected', 'false')
  await page.keyboard.press('k')
  await expect(page.locator(`#comment-${first}`)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.waitForURL('**/articles**')
})

test('on a phone a comment is opened, read in context and decided by touch', async ({ browser }) => {
  const page = await openAs(browser, 'mara', PHONE)
  const id = await openQueue(page, 'queue=reported')
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(scrolls).toBe(false)
  await page.getByRole('button', { name: /Approve/ }).tap()
  await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('approved')
  await page.context().close()
})
