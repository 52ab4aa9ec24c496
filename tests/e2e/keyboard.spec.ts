import type { Page } from '@playwright/test'
import { button, currentRow, readContext, readCurrentId, runCommand, waitForList } from './desk-page'
import { expect, signIn, test } from './desk-test'
import { press, tabTo } from './keyboard'

/** The view that is kept; how many it finds stands after its name once they are counted. */
const ONLY_REPLIES = /^Only replies/

/** Searches as one types; the focus is in the list again. */
async function search(page: Page, words: string): Promise<void> {
  await press(page, '/', 'Control+a')
  await page.keyboard.type(words)
  await press(page, 'Enter')
}

/** Goes to a queue by its link on the left. */
async function openFromNav(page: Page, queue: string): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: new RegExp(`^${queue}`) }))
  await press(page, 'Enter')
}

// One page for all of it, and nothing is ever clicked: whoever cannot use a mouse does the same work.
test('a moderator’s work is done without a mouse, from the filter to the log', async ({ page }) => {
  test.setTimeout(240_000)
  await signIn(page, 'teo')
  await page.goto('/queue?queue=newest')
  await waitForList(page)

  await test.step('order, age and status are chosen, and cleared', async () => {
    await tabTo(page, page.getByRole('combobox', { name: 'Order' }))
    await press(page, 'ArrowDown')
    await expect(page).toHaveURL(/sort=oldest/)
    await tabTo(page, page.getByRole('combobox', { name: 'Age' }))
    await press(page, 'End')
    await expect(page).toHaveURL(/q=age/)
    await tabTo(page, page.getByRole('checkbox', { name: 'public' }))
    await press(page, 'Space')
    await expect(page).toHaveURL(/status=published/)
    await tabTo(page, button(page, 'Clear the filters'))
    await press(page, 'Enter')
    await expect(page).not.toHaveURL(/status=|q=/)
  })

  await test.step('a view is saved, opened from the palette, and removed', async () => {
    await search(page, 'is:reply')
    await expect(page).toHaveURL(/q=is/)
    await tabTo(page, button(page, 'Save'))
    await press(page, 'Enter')
    await expect(page.getByRole('dialog', { name: 'Save this view' })).toBeVisible()
    await page.keyboard.type('Only replies')
    await press(page, 'Enter')
    await expect(button(page, ONLY_REPLIES)).toBeVisible()
    await tabTo(page, button(page, 'Clear the filters'))
    await press(page, 'Enter')
    await expect(page).not.toHaveURL(/q=is/)
    await runCommand(page, 'Only replies')
    await expect(page).toHaveURL(/q=is/)
    await tabTo(page, button(page, 'Remove the view Only replies'))
    await press(page, 'Enter')
    await expect(button(page, ONLY_REPLIES)).toHaveCount(0)
  })

  await test.step('a note is written, and the focus stays in the context', async () => {
    await waitForList(page)
    await tabTo(page, button(page, 'Add a note'))
    await press(page, 'Enter')
    await page.keyboard.type('Wrote the same yesterday')
    await press(page, 'Control+Enter')
    await expect(page.getByRole('complementary', { name: 'Context' })).toContainText('Wrote the same yesterday')
    await expect(page.getByRole('complementary', { name: 'Context' })).toBeFocused()
    expect((await readContext(page, await readCurrentId(page))).notes.map(({ text }) => text)).toContain('Wrote the same yesterday')
  })

  await test.step('an exchange is decided comment by comment, and taken back as one', async () => {
    const id = await readCurrentId(page)
    const before = (await readContext(page, id)).row.state
    await tabTo(page, button(page, 'Decide on the exchange…'))
    await press(page, 'Enter')
    const dialog = page.getByRole('dialog', { name: 'Decide on the exchange' })
    const choices = dialog.getByRole('combobox')
    await tabTo(page, choices.first())
    await press(page, 'ArrowDown')
    await tabTo(page, choices.last())
    await press(page, 'ArrowDown', 'ArrowDown')
    await tabTo(page, dialog.getByRole('button', { name: /^Decide on \d/ }))
    await press(page, 'Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Decided', { exact: true })).toBeVisible()
    await press(page, 'z')
    await expect(page.getByText(/Undone: \d restored/)).toBeVisible()
    expect((await readContext(page, id)).row.state).toEqual(before)
  })

  await test.step('three are selected, rejected, and brought back', async () => {
    const id = await readCurrentId(page)
    const before = (await readContext(page, id)).row.state
    await press(page, 'Shift+A')
    await expect(page.getByText(/^\d+ selected$/)).toBeVisible()
    await press(page, 'Shift+A')
    await expect(page.getByText(/^\d+ selected$/)).toBeHidden()
    await press(page, 'x', 'j', 'j', 'Shift+X')
    await expect(page.getByText('3 selected')).toBeVisible()
    await press(page, 'r', '2')
    await expect(page.getByText(/Rejected \(spam\): \d decided/)).toBeVisible()
    expect((await readContext(page, id)).row.state).toMatchObject({ status: 'rejected', isReviewed: true })
    await press(page, 'z')
    await expect(page.getByText(/Undone: \d restored/)).toBeVisible()
    expect((await readContext(page, id)).row.state).toEqual(before)
  })

  await test.step('a comment is handed over with a word, and taken back', async () => {
    // Only what waits can be handed over.
    await openFromNav(page, 'Needs review')
    await expect(page.getByRole('grid', { name: 'Needs review: comments' })).toBeVisible()
    await waitForList(page)
    const id = await readCurrentId(page)
    await press(page, 'e')
    await expect(page.getByRole('dialog', { name: 'Escalate' })).toBeVisible()
    await press(page, 'Tab')
    await page.keyboard.type('Is this a threat?')
    await press(page, 'Control+Enter')
    await expect(page.locator(`#comment-${id}`)).toContainText('escalated to the leads')
    // It leads on as a decision does, and is taken back as one.
    await expect.poll(() => readCurrentId(page)).not.toBe(id)
    await press(page, 'z')
    await expect.poll(() => readCurrentId(page)).toBe(id)
    await expect(page.locator(`#comment-${id}`)).not.toContainText('escalated to the leads')
    expect((await readContext(page, id)).assignment).toBeNull()
  })

  await test.step('a selection is handed over with one word, and taken back', async () => {
    const id = await readCurrentId(page)
    await press(page, 'x', 'j', 'x', 'e')
    await expect(page.getByRole('dialog', { name: 'Escalate 2 comments' })).toBeVisible()
    await press(page, 'Control+Enter')
    await expect(page.getByText('2 comments', { exact: true })).toBeVisible()
    expect((await readContext(page, id)).assignment).toMatchObject({ to: null, by: 'Teo Marsh' })
    await press(page, 'z')
    await expect(page.getByText('Taken back', { exact: true })).toBeVisible()
    expect((await readContext(page, id)).assignment).toBeNull()
  })

  await test.step('all that match are decided after a preview, and taken back', async () => {
    await openFromNav(page, 'Off-topic')
    await expect(page).toHaveURL(/queue=off_topic/)
    await waitForList(page)
    await runCommand(page, 'Decide on all')
    const dialog = page.getByRole('dialog', { name: 'Decide on all of them' })
    await tabTo(page, dialog.getByRole('combobox', { name: 'Decision' }))
    await page.keyboard.type('Approve')
    await tabTo(page, dialog.getByRole('button', { name: /^Approve: \d/ }))
    await press(page, 'Enter')
    await tabTo(page, dialog.getByRole('button', { name: 'Undo all of it' }))
    await press(page, 'Enter')
    await expect(dialog.getByText('Undone')).toBeVisible()
    await press(page, 'Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('one at a time: marked with a kind, and undone', async () => {
    await runCommand(page, 'Held')
    await expect(page).toHaveURL(/queue=held/)
    await waitForList(page)
    const id = await readCurrentId(page)
    await runCommand(page, 'One comment at a time')
    await expect(page.getByRole('region', { name: 'One comment' })).toBeVisible()
    await press(page, 'Shift+U', '3')
    await expect
      .poll(async () => (await readContext(page, id)).row.state)
      .toMatchObject({ status: 'rejected', marks: { uncivil: 'threat' } })
    await press(page, 'z')
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('pending')
    await press(page, 'Escape')
    await expect(page.getByRole('grid')).toBeVisible()
  })

  await test.step('a column is hidden and a key changed, and both are set back', async () => {
    const waiting = currentRow(page).locator('time')
    await waitForList(page)
    await expect(waiting).toHaveCount(1)
    await runCommand(page, 'Preferences')
    const dialog = page.getByRole('dialog', { name: 'Preferences' })
    await tabTo(page, dialog.getByRole('checkbox', { name: /^Waiting time/ }))
    await press(page, 'Space')
    await tabTo(page, dialog.getByLabel('Next comment', { exact: true }))
    await press(page, 'n')
    await tabTo(page, dialog.getByRole('button', { name: 'Save' }))
    await press(page, 'Enter')
    await expect(dialog).toBeHidden()
    await expect(waiting).toHaveCount(0)
    const id = await readCurrentId(page)
    await press(page, 'n')
    await expect(page.locator(`#comment-${id}`)).toHaveAttribute('aria-selected', 'false')
    await press(page, 'k')
    await runCommand(page, 'Preferences')
    await tabTo(page, dialog.getByRole('checkbox', { name: /^Waiting time/ }))
    await press(page, 'Space')
    await tabTo(page, dialog.getByRole('button', { name: 'Reset to the default keys' }))
    await press(page, 'Enter')
    await tabTo(page, dialog.getByRole('button', { name: 'Save' }))
    await press(page, 'Enter')
    await expect(waiting).toHaveCount(1)
  })

  await test.step('the log takes a decision back', async () => {
    const id = await readCurrentId(page)
    await press(page, 'a')
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('approved')
    await runCommand(page, 'Decisions')
    const line = page.getByRole('list', { name: 'Decisions' }).getByRole('listitem').first()
    await expect(line).toContainText('Teo Marsh approved this')
    await tabTo(page, line.getByRole('button', { name: 'Undo' }))
    await press(page, 'Enter')
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('pending')
  })
})
