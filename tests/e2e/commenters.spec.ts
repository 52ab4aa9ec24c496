import { button, findCommenter, waitForList } from './desk-page'
import { expect, openAs, signIn, test } from './desk-test'

const SAYS = 'Everything they send is held since'

test('a moderator holds by keyboard all that somebody sends, colleagues see it, and it ends', async ({ page, browser }) => {
  await signIn(page, 'mara')
  const id = await findCommenter(page)
  await page.goto(`/commenters/${id}`)
  await page.waitForFunction(() => !('parleyEarlyInput' in window))
  const hold = button(page, 'Hold their comments')
  await hold.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Hold their comments' })
  await expect(dialog.getByRole('textbox', { name: 'Note for colleagues' })).toBeFocused()
  await page.keyboard.type('Twice this week')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const callout = page.getByRole('status').filter({ hasText: SAYS })
  await expect(callout).toContainText('Twice this week')
  await expect(button(page, 'Stop holding')).toBeFocused()

  const colleague = await openAs(browser, 'ines')
  await colleague.goto(`/commenters/${id}`)
  await expect(colleague.getByRole('status').filter({ hasText: SAYS })).toContainText('Twice this week')
  await expect(button(colleague, 'Stop holding')).toHaveCount(0)
  await colleague.goto(`/queue?queue=newest&commenter=${id}`)
  await waitForList(colleague)
  await expect(colleague.getByText('Everything this person sends is held')).toBeVisible()
  await colleague.context().close()

  await page.keyboard.press('Enter')
  await expect(hold).toBeFocused()
  await expect(callout).toBeHidden()
})
