import type { Page } from '@playwright/test'
import { button, findCommenter, listViolations, openReplies } from './desk-page'
import { expect, signIn, test } from './desk-test'

/** A dialog in which something can be lost: how one comes to it, and to what goes with it. */
interface QuestionCase {
  name: string
  open: (page: Page) => Promise<void>
  /** The field that is written in; none where something is shown that cannot be had again. */
  field?: string
}

/** The server draws the button before the page listens to it. */
async function press(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await button(page, name).first().click()
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 2000 })
  }).toPass()
}

const open = (path: string, name: string) => async (page: Page) => {
  await page.goto(path)
  await press(page, name)
}

const QUESTIONS: QuestionCase[] = [
  {
    name: 'handing a comment over',
    open: async (page) => {
      await openReplies(page)
      await page.getByRole('grid').focus()
      await page.keyboard.press('e')
    },
    field: 'Note',
  },
  {
    name: 'holding a commenter',
    open: async (page) => open(`/commenters/${await findCommenter(page)}`, 'Hold their comments')(page),
    field: 'Note',
  },
  { name: 'a new key', open: open('/settings/keys', 'New key'), field: 'Name' },
  { name: 'a new webhook', open: open('/settings/webhooks', 'New webhook'), field: 'Address' },
  { name: 'a new person', open: open('/settings/people', 'Add a person'), field: 'Name' },
  { name: 'a new rule', open: open('/settings/rules', 'Add a rule'), field: 'Name' },
  {
    name: 'a key that is shown only once',
    open: async (page) => {
      await open('/settings/keys', 'New key')(page)
      await page.getByRole('textbox', { name: 'Name' }).fill('CMS')
      await button(page, 'Create the key').click()
      await expect(page.getByRole('dialog', { name: 'Your new key' })).toBeVisible()
    },
  },
]

const WIDTHS = [1280, 390]

for (const width of WIDTHS) {
  test(`the question before something is lost has the focus, covers nothing else, and passes axe at ${width} px`, async ({ browser }) => {
    test.setTimeout(180_000)
    const context = await browser.newContext({
      baseURL: process.env['BASE_URL'] ?? '',
      reducedMotion: 'reduce',
      viewport: { width, height: 700 },
    })
    const page = await context.newPage()
    await signIn(page, 'admin')
    for (const { name, open, field } of QUESTIONS) {
      await open(page)
      const dialog = page.getByRole('dialog')
      await expect(dialog, name).toBeVisible()
      if (field !== undefined) await dialog.getByLabel(field).first().pressSequentially('Ask legal')
      await page.keyboard.press('Escape')
      const question = page.getByRole('alertdialog')
      await expect(question, name).toBeVisible()
      await expect(question.getByRole('button').last(), `${name} has the focus`).toBeFocused()
      expect(await listViolations(page), name).toEqual([])
      await question.getByRole('button', { name: 'Leave' }).click()
      await expect(dialog, name).toBeHidden()
    }
    await context.close()
  })
}
