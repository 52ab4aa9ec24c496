import { button, openQueue, readContext, waitForList } from './desk-page'
import { expect, openAs, signIn, test } from './desk-test'
import { decideAndUndo, openFirst, seen, tapMenu } from './touch-page'
import { noteBeginning, takeBackWhereFailed, type Beginning } from './try-again'

let beginning: Beginning | null = null
test.afterEach(({ browser }, info) => takeBackWhereFailed(browser, beginning, info))

// The same work as in keyboard.spec.ts and keyboard-together.spec.ts, with taps and nothing else, where a hand has 390 px.
test('a moderator’s work is done by touch on a phone, from the filter to the log', async ({ browser }) => {
  test.setTimeout(240_000)
  const phone = await browser.newContext({
    baseURL: process.env['BASE_URL'] ?? '',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await phone.newPage()
  page.setDefaultTimeout(15_000)
  await signIn(page, 'teo')
  beginning = await noteBeginning(page, 'teo')
  await openQueue(page, 'queue=review')

  await test.step('a queue far along the strip is opened, and stays in sight', async () => {
    const newest = page.getByRole('link', { name: /^Newest/ })
    await newest.tap()
    await expect(page).toHaveURL(/queue=newest/)
    await expect(newest).toBeInViewport({ ratio: 1 })
    await waitForList(page)
  })

  await test.step('order and status are chosen, and cleared', async () => {
    await seen(page, 'Filter').tap()
    await page.getByRole('combobox', { name: 'Order' }).selectOption('oldest')
    await expect(page).toHaveURL(/sort=oldest/)
    await page.getByRole('combobox', { name: 'Age' }).selectOption('7d')
    await expect(page).toHaveURL(/q=age/)
    await page.getByRole('checkbox', { name: 'public' }).tap()
    await expect(page).toHaveURL(/status=published/)
    await seen(page, 'Clear the filters').last().tap()
    await expect(page).not.toHaveURL(/status=|q=/)
  })

  await test.step('a search is completed and kept as a view, opened, and removed', async () => {
    const search = page.getByRole('combobox', { name: 'Search and filter' }).filter({ visible: true })
    await search.tap()
    await page.keyboard.type('is:rep')
    await page
      .getByRole('option', { name: /^is:reply/ })
      .filter({ visible: true })
      .tap()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/q=is/)
    // The list is what one searched for; the filters make room for it.
    await seen(page, 'Filter').tap()
    await seen(page, 'Save').tap()
    const dialog = page.getByRole('dialog', { name: 'Save this view' })
    await dialog.getByLabel('Name').fill('Replies by touch')
    await dialog.getByRole('button', { name: 'Save' }).tap()
    await expect(dialog).toBeHidden()
    await seen(page, 'Clear the filters').last().tap()
    await expect(page).not.toHaveURL(/q=is/)
    await button(page, /^Replies by touch/).tap()
    await expect(page).toHaveURL(/q=is/)
    await button(page, 'Remove the view Replies by touch').tap()
    await expect(button(page, /^Replies by touch/)).toHaveCount(0)
    await seen(page, 'Filter').tap()
    await waitForList(page)
  })

  await test.step('an open comment says where it stands, and leads to the next and back', async () => {
    const pane = page.getByRole('complementary', { name: 'Context' })
    const first = await openFirst(page)
    await expect(pane.getByText(/^1 of \d/)).toBeVisible()
    await expect(button(page, 'Previous comment')).toHaveAttribute('aria-disabled', 'true')
    for (const name of ['Previous comment', 'Next comment', 'Back to the list']) {
      const { width, height } = (await button(page, name).boundingBox()) ?? { width: 0, height: 0 }
      expect([name, Math.min(width, height) >= 44]).toEqual([name, true])
    }
    await button(page, 'Next comment').tap()
    await expect(pane.getByText(/^2 of \d/)).toBeVisible()
    await expect.poll(() => new URL(page.url()).searchParams.get('comment')).not.toBe(first)
    await button(page, 'Previous comment').tap()
    await expect(pane.getByText(/^1 of \d/)).toBeVisible()
    await button(page, 'Back to the list').tap()
    await expect(page.locator(`#comment-${first}`)).toBeVisible()
  })

  let id = ''
  await test.step('a comment is opened, noted, handed over, and taken back', async () => {
    // What has been decided is handed over to nobody.
    await page.getByRole('link', { name: /^Needs review/ }).tap()
    await expect(page).not.toHaveURL(/queue=newest/)
    await waitForList(page)
    id = await openFirst(page)
    await button(page, 'Add a note').tap()
    await page.getByLabel('Note for colleagues').fill('Seen on a phone')
    await seen(page, 'Save').last().tap()
    await expect(page.getByRole('complementary', { name: 'Context' })).toContainText('Seen on a phone')
    await tapMenu(page, 'More decisions', 'Escalate…')
    await page.getByLabel('Note', { exact: true }).fill('Is this a threat?')
    await page.getByRole('dialog').getByRole('button', { name: 'Escalate' }).tap()
    await expect(page.getByText('Escalated to the leads', { exact: true })).toBeVisible()
    expect((await readContext(page, id)).assignment).toMatchObject({ to: null, note: 'Is this a threat?' })
    // It leads on to the next comment, as a decision does.
    await expect.poll(() => new URL(page.url()).searchParams.get('comment')).not.toBe(id)
    await button(page, 'Take back').tap()
    await expect(page.getByText('Taken back', { exact: true })).toBeVisible()
    expect((await readContext(page, id)).assignment).toBeNull()
    await button(page, 'Back to the list').tap()
    await page.locator(`#comment-${id}`).tap()
  })

  await test.step('an exchange is decided, its replies closed, and all of it taken back', async () => {
    const before = (await readContext(page, id)).row.state
    await button(page, 'Decide on the exchange…').tap()
    const dialog = page.getByRole('dialog', { name: 'Decide on the exchange' })
    const replies = dialog.getByRole('checkbox', { name: /^Close replies under this/ }).last()
    await replies.tap()
    await expect(replies).toBeChecked()
    await dialog.getByRole('combobox').last().selectOption('off_topic')
    await dialog.getByRole('button', { name: /^Decide on \d/ }).tap()
    await expect(dialog).toBeHidden()
    await button(page, 'Undo all').tap()
    await expect(page.getByText(/Undone: \d restored/)).toBeVisible()
    expect((await readContext(page, id)).row.state).toEqual(before)
    await button(page, 'Back to the list').tap()
  })

  await test.step('two are selected, rejected for a reason, and brought back from the toast', async () => {
    const before = (await readContext(page, id)).row.state
    await page.getByRole('row').nth(0).getByRole('checkbox').tap()
    await page.getByRole('row').nth(1).getByRole('checkbox').tap()
    await expect(page.getByText('2 selected')).toBeVisible()
    await button(page, 'Reject').tap()
    await button(page, 'With a note').tap()
    await page.getByLabel('Note on this decision').fill('Both from one hand')
    await page.getByRole('button', { name: 'spam' }).tap()
    await expect(page.getByText(/Rejected \(spam\): \d decided/)).toBeVisible()
    expect((await readContext(page, id)).history[0]).toMatchObject({ kind: 'reject', note: 'Both from one hand' })
    await button(page, 'Undo all').tap()
    await expect(page.getByText(/Undone: \d restored/)).toBeVisible()
    expect((await readContext(page, id)).row.state).toEqual(before)
  })

  await test.step('all that match, a wave, and all of one voice are decided after a preview, and taken back', async () => {
    await openQueue(page, 'queue=newest&q=crowns%20is:held')
    await tapMenu(page, 'More decisions', 'Decide on all that match…')
    await decideAndUndo(page)
    id = await openFirst(page)
    await button(page, 'Decide on all of them…').tap()
    await decideAndUndo(page)
    const { row } = await readContext(page, id)
    expect(row.state.status).toBe('pending')
    await page
      .getByRole('complementary')
      .getByRole('link', { name: row.commenter?.name ?? '' })
      .tap()
    await button(page, 'Decide on all open ones…').tap()
    await decideAndUndo(page)
  })

  await test.step('one at a time: on, back, its context, decided, and undone', async () => {
    id = await openQueue(page, 'queue=held')
    await seen(page, 'One comment at a time').tap()
    await expect(page.getByText(/^1 of \d/).first()).toBeVisible()
    await button(page, 'Next comment').tap()
    await expect(page.getByText(/^2 of \d/).first()).toBeVisible()
    await button(page, 'Previous comment').tap()
    await seen(page, 'Context').tap()
    await expect(page.getByRole('heading', { name: 'Why it is here' })).toBeVisible()
    await button(page, 'Back to the list').tap()
    await button(page, 'Uncivil').tap()
    await page.getByRole('button', { name: 'threat' }).tap()
    await expect.poll(async () => (await readContext(page, id)).row.state.marks.uncivil).toBe('threat')
    await tapMenu(page, 'More decisions', 'Undo the last decision')
    await expect.poll(async () => (await readContext(page, id)).row.state.marks.uncivil).toBeNull()
    await seen(page, 'Back to the list').tap()
    await expect(page.getByRole('grid')).toBeVisible()
  })

  await test.step('a decision without a line is held, and sent when it is back', async () => {
    id = await openQueue(page, 'queue=held')
    await phone.setOffline(true)
    await button(page, 'Approve').tap()
    await expect(page.getByText(/1 decision is kept here/)).toBeVisible()
    await phone.setOffline(false)
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('approved')
    await tapMenu(page, 'Queue, go to another page', 'Decisions')
    const line = page.getByRole('list', { name: 'Decisions' }).getByRole('listitem').first()
    await expect(line).toContainText('Teo Marsh approved this')
    await line.getByRole('button', { name: 'Undo' }).tap()
    await expect.poll(async () => (await readContext(page, id)).row.state.status).toBe('pending')
  })

  await test.step('a column is hidden, and shown again', async () => {
    await openQueue(page, 'queue=newest')
    const cells = page.getByRole('row').first().getByRole('gridcell')
    const shown = await cells.count()
    for (const expected of [shown - 1, shown]) {
      await tapMenu(page, /account menu/, 'Preferences')
      await page.getByRole('checkbox', { name: /^Waiting time/ }).tap()
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).tap()
      await expect(cells).toHaveCount(expected)
    }
  })
  await test.step('dark colours are chosen, and are there on another device', async () => {
    await tapMenu(page, /account menu/, 'Dark colours')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    const other = await openAs(browser, 'teo')
    await other.goto('/queue')
    await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
    await other.context().close()
    await tapMenu(page, /account menu/, 'Light colours')
    await expect(page.locator('html')).not.toHaveAttribute('data-theme')
    await page.reload()
    await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  })
  await phone.close()
})
