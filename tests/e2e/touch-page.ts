import type { Locator, Page } from '@playwright/test'
import { button } from './desk-page'
import { expect } from './desk-test'

/** What is in sight of those that a phone shows one at a time. */
export const seen = (page: Page, name: string | RegExp): Locator => button(page, name).filter({ visible: true })

export async function tapMenu(page: Page, menu: string | RegExp, item: string | RegExp): Promise<void> {
  await button(page, menu).tap()
  await page.getByRole('menuitem', { name: item }).tap()
}

/** Opens the comment of the first row, as touching it does. */
export async function openFirst(page: Page): Promise<string> {
  const row = page.getByRole('row').first()
  const id = (await row.getAttribute('id')) ?? ''
  await row.tap()
  await expect(page).toHaveURL(/pane=context/)
  return id.replace('comment-', '')
}

/** Decides on all that the open dialog is about, and takes all of it back. */
export async function decideAndUndo(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Decide on all of them' })
  // The phone draws its own list of choices; there is nothing to tap in the page.
  await dialog.getByRole('combobox', { name: 'Decision' }).selectOption('approve')
  await dialog.getByRole('button', { name: /^Approve: \d/ }).tap()
  await expect(dialog.getByText(/\d decided\./)).toBeVisible()
  await dialog.getByRole('button', { name: 'Undo all of it' }).tap()
  await expect(dialog.getByText(/\d restored\./)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().tap()
  await expect(dialog).toBeHidden()
}
