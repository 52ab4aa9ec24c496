import type { Page } from '@playwright/test'
import { listViolations, openReplies, runCommand } from './desk-page'
import { expect, signIn, test } from './desk-test'

interface State {
  name: string
  into: (page: Page) => Promise<void>
  shows: string | RegExp
  back: (page: Page) => Promise<void>
}

const escape = (page: Page) => page.keyboard.press('Escape')

/** States of the desk that no address leads to: how keys lead to each, by what it is known, and how they lead back. */
const STATES: State[] = [
  { name: 'reasons', into: (page) => page.keyboard.press('r'), shows: 'Reject because of', back: escape },
  {
    name: 'kinds',
    into: (page) => page.keyboard.press('u'),
    shows: /^Mark uncivil: which kind/,
    back: escape,
  },
  {
    name: 'a selection',
    into: async (page) => {
      for (const key of ['x', 'j', 'Shift+X']) await page.keyboard.press(key)
    },
    shows: '2 selected',
    back: escape,
  },
  {
    name: 'more decisions',
    into: (page) => page.getByRole('button', { name: 'More decisions' }).click(),
    shows: 'Off-topic, and reject',
    back: escape,
  },
  { name: 'the account', into: (page) => page.getByRole('button', { name: /account menu/ }).click(), shows: 'Sign out', back: escape },
  {
    name: 'alerts',
    into: (page) => page.getByRole('button', { name: /^Alerts/ }).click(),
    shows: 'No discussion is over a line.',
    back: escape,
  },
  {
    name: 'a note',
    into: (page) => page.getByRole('button', { name: 'Add a note' }).click(),
    shows: 'about the commenter',
    back: (page) => page.getByRole('button', { name: 'Cancel' }).click(),
  },
  {
    name: 'a decision, and its toast',
    into: async (page) => {
      await page.getByRole('grid').focus()
      await page.keyboard.press('a')
      await expect(page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' })).toBeVisible()
    },
    shows: 'Approved',
    back: (page) => page.keyboard.press('z'),
  },
  {
    name: 'completions',
    into: async (page) => {
      for (const key of ['/', 'Control+a']) await page.keyboard.press(key)
      await page.keyboard.type('is:')
      await page.keyboard.press('ArrowDown')
    },
    shows: 'is:pending',
    back: async (page) => {
      for (const key of ['Escape', 'Control+a']) await page.keyboard.press(key)
      await page.keyboard.type('is:reply')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'one comment',
    into: (page) => runCommand(page, 'One comment at a time'),
    shows: /^1 of \d/,
    back: escape,
  },
  {
    name: 'no connection',
    into: async (page) => {
      await page.context().setOffline(true)
      await page.keyboard.press('a')
    },
    shows: /1 decision is kept here/,
    back: async (page) => {
      await page.context().setOffline(false)
      await expect(page.getByText(/1 decision is kept here/)).toBeHidden()
      await page.keyboard.press('z')
    },
  },
  {
    name: 'a search that is not understood',
    into: async (page) => {
      for (const key of ['/', 'Control+a']) await page.keyboard.press(key)
      await page.keyboard.type('colour:red')
      await page.keyboard.press('Enter')
    },
    shows: 'colour is not an operator',
    back: () => Promise.resolve(),
  },
  {
    name: 'nothing that the filter lets through',
    into: async (page) => {
      await page.keyboard.press('Control+a')
      await page.keyboard.type('xylophone')
      await page.keyboard.press('Enter')
    },
    shows: 'The filter hides everything',
    back: (page) => page.getByRole('button', { name: 'Clear the filters' }).last().click(),
  },
  { name: 'all done', into: (page) => runCommand(page, 'Mine'), shows: 'All done', back: () => Promise.resolve() },
]

test('each state of the desk passes axe in both schemes', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await signIn(page, 'teo')
  await openReplies(page)
  const problems: string[] = []
  for (const { name, into, shows, back } of STATES) {
    await into(page)
    await expect(page.getByText(shows).first(), name).toBeVisible()
    problems.push(...(await listViolations(page, 'body')).map((problem) => `${name}: ${problem}`))
    await back(page)
  }
  expect(problems).toEqual([])
  await context.close()
})
