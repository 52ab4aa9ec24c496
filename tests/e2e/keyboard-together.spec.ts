import type { Page } from '@playwright/test'
import { button, currentRow, openQueue, readContext, readCurrentId, runCommand, waitForList } from './desk-page'
import { expect, openAs, signIn, test } from './desk-test'
import { press, tabTo } from './keyboard'
import { noteBeginning, takeBackWhereFailed, type Beginning } from './try-again'

/** Decides on all that the open dialog is about by keys, and takes all of it back. */
async function decideAndUndo(page: Page, act: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Decide on all of them' })
  // The choice has the focus at once.
  await expect(dialog.getByRole('combobox', { name: 'Decision' })).toBeFocused()
  await page.keyboard.type(act)
  await tabTo(page, dialog.getByRole('button', { name: new RegExp(`^${act}: \\d`) }))
  await press(page, 'Enter')
  await tabTo(page, dialog.getByRole('button', { name: 'Undo all of it' }))
  await expect(dialog.getByText(/\d decided\./)).toBeVisible()
  await press(page, 'Enter')
  await expect(dialog.getByText(/\d restored\./)).toBeVisible()
  await press(page, 'Escape')
  await expect(dialog).toBeHidden()
}

let beginning: Beginning | null = null
test.afterEach(({ browser }, info) => takeBackWhereFailed(browser, beginning, info))

// One page again, and nothing is ever clicked: what a moderator does about others, and with them.
test('waves, voices, exchanges, colleagues and a broken line are dealt with by keys alone', async ({ page, browser }) => {
  test.setTimeout(180_000)
  await signIn(page, 'teo')
  beginning = await noteBeginning(page, 'teo')
  await openQueue(page, 'queue=newest')

  await test.step('a search is completed as one types', async () => {
    await press(page, '/')
    await page.keyboard.type('sec')
    await expect(page.getByRole('option', { name: /^section:/ })).toBeVisible()
    await press(page, 'Tab')
    await expect(page.getByRole('option', { name: /^section:"?\w/ }).first()).toBeVisible()
    await press(page, 'ArrowDown', 'Enter', 'Enter')
    await expect(page).toHaveURL(/q=section/)
    await waitForList(page)
  })

  await test.step('a wave is decided as one, and taken back', async () => {
    const rows = page.getByRole('grid').getByRole('row')
    await press(page, '/', 'Control+a')
    await page.keyboard.type('"more than the mayor" is:undecided')
    await press(page, 'Enter')
    await expect(rows).toHaveCount(1)
    await press(page, 'w')
    await expect(rows).toHaveCount(2)
    await press(page, 'w', 'a')
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Approve: 2' })).toBeFocused()
    await press(page, 'Escape')
    await press(page, '/', 'Control+a')
    await page.keyboard.type('crowns is:held')
    await press(page, 'Enter')
    await expect(currentRow(page)).toContainText(/One of \d alike/)
    const id = await readCurrentId(page)
    await tabTo(page, button(page, 'Decide on all of them…'))
    await press(page, 'Enter')
    await decideAndUndo(page, 'Approve')
    expect((await readContext(page, id)).row.state.status).toBe('pending')
  })

  await test.step('what was decided on nearly the same text stands beside it, and who decides otherwise is told', async () => {
    const rows = page.getByRole('grid').getByRole('row')
    await openQueue(page, `queue=newest&q=${encodeURIComponent('"more than the mayor" is:undecided')}`)
    await press(page, 'w')
    await expect(rows).toHaveCount(2)
    const first = await readCurrentId(page)
    const readStatus = async (id: string) => (await readContext(page, id)).row.state.status
    const before = await readStatus(first)
    await press(page, 'r', '2')
    await expect.poll(() => readStatus(first)).toBe('rejected')
    await expect(page.locator(`#comment-${first}`)).toHaveAttribute('aria-selected', 'false')
    const alike = page.getByRole('complementary').locator('section', { hasText: 'Similar comments, decided before' })
    // Two are of last week.
    await expect(alike).toContainText('3 rejected')
    await expect(alike).toContainText('decided by Teo Marsh')
    const second = await readCurrentId(page)
    const beforeSecond = await readStatus(second)
    await press(page, 'a')
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('3 of 3 similar comments were rejected')
    await press(page, 'z')
    await expect.poll(() => readStatus(second)).toBe(beforeSecond)
    await press(page, 'z')
    await expect.poll(() => readStatus(first)).toBe(before)
    // The cursor goes back to what is taken back, and the pane beside it with it.
    await expect(page.locator(`#comment-${first}`)).toHaveAttribute('aria-selected', 'true')
  })

  await test.step('all of one voice is decided, and taken back', async () => {
    const { row } = await readContext(page, await readCurrentId(page))
    await tabTo(page, page.getByRole('complementary').getByRole('link', { name: row.commenter?.name ?? '' }))
    await press(page, 'Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(row.commenter?.name ?? '')
    await tabTo(page, button(page, 'Decide on all open ones…'))
    await press(page, 'Enter')
    await decideAndUndo(page, 'Approve')
  })

  await test.step('replies are closed, and one undo opens them again', async () => {
    const id = await openQueue(page, 'queue=newest&q=is:reply')
    await tabTo(page, button(page, 'Decide on the exchange…'))
    await press(page, 'Enter')
    const dialog = page.getByRole('dialog', { name: 'Decide on the exchange' })
    await tabTo(page, dialog.getByRole('combobox').last())
    await press(page, 'ArrowRight', 'Enter')
    await expect(dialog.getByRole('checkbox', { name: /^Close replies under this/ }).last()).toBeChecked()
    await press(page, 'Control+Enter')
    await expect(dialog).toBeHidden()
    const countClosed = async () => (await readContext(page, id)).thread.entries.filter((entry) => entry.areRepliesClosed).length
    expect(await countClosed()).toBe(1)
    await press(page, 'z')
    await expect(page.getByText('Undone: 1 restored')).toBeVisible()
    expect(await countClosed()).toBe(0)
  })

  await test.step('a colleague is seen at a comment, and what they decide stands in its row', async () => {
    const id = await openQueue(page, 'queue=held')
    const mara = await openAs(browser, 'mara')
    await openQueue(mara, `queue=held&comment=${id}`)
    await expect(page.getByText('1 colleague here')).toBeVisible()
    await press(page, 'j')
    await expect(page.locator(`#comment-${id}`)).toContainText('Mara Lindqvist is looking at it')
    await press(mara, 'a')
    await expect(page.locator(`#comment-${id}`)).toContainText('Mara Lindqvist approved this')
    await press(mara, 'z')
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('pending')
    await mara.context().close()
  })

  await test.step('what is decided without a line is held, sent, and taken back from its toast', async () => {
    const id = await openQueue(page, 'queue=held')
    await page.context().setOffline(true)
    await press(page, 'a')
    await expect(page.getByText(/1 decision is kept here/)).toBeVisible()
    await expect(page.locator(`#comment-${id}`)).toContainText('kept here until it can be sent')
    await page.context().setOffline(false)
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('approved')
    await press(page, 'z')
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('pending')
    await press(page, 'k', 'a')
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('approved')
    await tabTo(page, button(page, 'Undo'), 'Shift+Tab')
    await press(page, 'Enter')
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('pending')
  })

  await test.step('the desk speaks another language, and the first again', async () => {
    await runCommand(page, 'Preferences')
    await expect(page.getByRole('combobox', { name: 'Language' })).toBeFocused()
    await page.keyboard.type('Deutsch')
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Save' }))
    await press(page, 'Enter')
    await expect(page.getByRole('button', { name: 'Freigeben' })).toBeVisible()
    await press(page, 'Control+k')
    await expect(page.getByRole('dialog', { name: 'Befehle' })).toBeVisible()
    await page.keyboard.type('Persönliche')
    await press(page, 'Enter')
    await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeFocused()
    await page.keyboard.type('English')
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Speichern' }))
    await press(page, 'Enter')
    await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible()
  })
})
