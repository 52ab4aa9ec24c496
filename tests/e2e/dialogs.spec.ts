import type { Locator, Page } from '@playwright/test'
import { findCommenter, listViolations, openReplies, runCommand } from './desk-page'
import { expect, signIn, test } from './desk-test'

/** A dialog of the desk: how keys lead to it, how fingers do. */
interface DialogCase {
  name: RegExp
  /** What has the focus before, and has it again afterwards. */
  from?: (page: Page) => Locator
  byKey: (page: Page) => Promise<void>
  byTouch: (page: Page) => Promise<void>
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

async function tapMenu(page: Page, menu: string | RegExp, item: string): Promise<void> {
  await button(page, menu).tap()
  await page.getByRole('menuitem', { name: item }).tap()
}

const DIALOGS: DialogCase[] = [
  {
    name: /^Keys$/,
    byKey: (page) => page.keyboard.press('?'),
    byTouch: (page) => tapMenu(page, /account menu/, 'Keys and help'),
  },
  {
    name: /^Commands$/,
    byKey: (page) => page.keyboard.press('Control+k'),
    byTouch: (page) => tapMenu(page, /account menu/, 'Commands'),
  },
  {
    name: /^Preferences$/,
    byKey: (page) => runCommand(page, 'Preferences'),
    byTouch: (page) => tapMenu(page, /account menu/, 'Preferences'),
  },
  {
    name: /^Escalate$/,
    byKey: (page) => page.keyboard.press('e'),
    byTouch: (page) => tapMenu(page, 'More decisions', 'Escalate…'),
  },
  {
    name: /^Decide on all of them$/,
    byKey: async (page) => {
      await runCommand(page, 'Decide on all')
      await page.getByRole('combobox', { name: 'Decision' }).selectOption({ label: 'Approve' })
      await expect(page.getByRole('button', { name: /^Approve: \d/ })).toBeVisible()
    },
    byTouch: (page) => tapMenu(page, 'More decisions', 'Decide on all that match…'),
  },
  {
    name: /^Decide on the exchange$/,
    from: (page) => button(page, 'Decide on the exchange…'),
    byKey: (page) => page.keyboard.press('Enter'),
    byTouch: async (page) => {
      await page.getByRole('row').first().tap()
      await button(page, 'Decide on the exchange…').tap()
    },
  },
  {
    name: /^Save this view$/,
    from: (page) => button(page, 'Save'),
    byKey: (page) => page.keyboard.press('Enter'),
    byTouch: async (page) => {
      if (page.url().includes('pane=context')) await button(page, 'Back to the list').tap()
      await button(page, 'Filter').tap()
      await button(page, 'Save').tap()
    },
  },
]

test('each dialog takes the focus, keeps it, gives it back, and passes axe', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await signIn(page, 'mara')
  await openReplies(page)
  for (const { name, from, byKey } of DIALOGS) {
    const before = from?.(page) ?? page.getByRole('grid')
    await before.focus()
    await byKey(page)
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog, String(name)).toBeVisible()
    expect(await listViolations(page), String(name)).toEqual([])
    expect(await countLeftBehind(page), `${name} holds the focus`).toBe(0)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(before, `${name} gives the focus back`).toBeFocused()
  }
  await context.close()
})

test('the dialog that holds a commenter does so too, and what their page says then passes axe', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await signIn(page, 'mara')
  await page.goto(`/commenters/${await findCommenter(page)}`)
  await page.waitForFunction(() => !('parleyEarlyInput' in window))
  const dialog = page.getByRole('dialog', { name: 'Hold their comments' })
  await button(page, 'Hold their comments').focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  expect(await listViolations(page)).toEqual([])
  expect(await countLeftBehind(page)).toBe(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button(page, 'Hold their comments')).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Hold their comments' }).press('Enter')
  await expect(button(page, 'Stop holding')).toBeFocused()
  expect(await listViolations(page, 'main')).toEqual([])
  await page.keyboard.press('Enter')
  await expect(button(page, 'Hold their comments')).toBeFocused()
  await context.close()
})

/** How often Tab, a whole round of it in both directions, leads out of the dialog. */
async function countLeftBehind(page: Page): Promise<number> {
  const stops = await page.getByRole('dialog').locator('button, input, select, textarea, a[href], [tabindex="0"]').count()
  let outside = 0
  for (const key of [...Array<string>(stops + 1).fill('Tab'), 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key)
    const isInside = await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)
    if (!isInside) outside += 1
  }
  return outside
}

test('each dialog opens by touch on a phone, with nothing cut and every target large enough', async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: process.env['BASE_URL'] ?? '',
    viewport: { width: 390, height: 700 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await signIn(page, 'mara')
  await openReplies(page)
  const problems: string[] = []
  for (const { name, byTouch } of DIALOGS) {
    await byTouch(page)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    problems.push(...(await page.evaluate(listCramped)).map((problem) => `${name}: ${problem}`))
    problems.push(...(await listViolations(page)).map((problem) => `${name}: ${problem}`))
    // By touch too: what has no button to close it closes with a tap beside it.
    await page.touchscreen.tap(4, 4)
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  expect(problems).toEqual([])
  await context.close()
})

/** In the page: what of the open dialog stands outside the window, is wider than its place, too small to hit, or out of sight at the end. */
function listCramped(): string[] {
  const dialog = document.querySelector('[role=dialog]')
  if (dialog === null) return ['no dialog']
  const words = (element: Element) => element.textContent?.trim().slice(0, 30) || element.getAttribute('aria-label') || element.tagName
  const found: string[] = []
  const { left, top, right, bottom } = dialog.getBoundingClientRect()
  if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) found.push('stands outside the window')
  for (const element of dialog.querySelectorAll('*')) {
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'auto')
      found.push(`${words(element)} scrolls sideways`)
  }
  for (const target of dialog.querySelectorAll('button, select, textarea, [role=option], label:has(input), input:not(label input)')) {
    const { width, height } = target.getBoundingClientRect()
    if (width < 24 || height < 24) found.push(`${words(target)} is ${width}x${height}`)
  }
  // What closes it stands at the top, and is the last in order; before it comes what stands at the bottom.
  for (const button of [...dialog.querySelectorAll('button:not(:disabled)')].slice(-2)) {
    const place = button.getBoundingClientRect()
    if (!button.contains(document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2)))
      found.push(`${words(button)} is out of sight`)
  }
  return found
}
