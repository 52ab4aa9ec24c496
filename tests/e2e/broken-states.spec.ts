import type { Locator, Page } from '@playwright/test'
import type { BatchResource } from '@/lib/contracts/batch'
import type { QueuePage } from '@/lib/contracts/queue'
import { listViolations, openQueue } from './desk-page'
import { expect, signIn, test } from './desk-test'

const DESK = '**/api/v1/desk'
const UNAVAILABLE = { status: 503, json: { title: 'Unavailable', status: 503, detail: 'The database does not answer.' } }
const CONFLICT = {
  status: 409,
  json: {
    type: '/problems/conflict',
    title: 'Conflict',
    status: 409,
    detail: 'Somebody was first.',
    conflict: { by: 'Mara Lindqvist', kind: 'approve', at: new Date().toISOString(), version: 2 },
  },
}

interface State {
  name: string
  into: (page: Page) => Promise<void>
  shows: (page: Page) => Locator
}

// What is answered later stands over what was answered before. Nothing is given back to the server: a request that waits would reach it.
const never = () => new Promise<void>(() => undefined)
const chooseQueue = (page: Page, name: RegExp) => page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name }).click()

/** Carried out but for two, of which one is gone. */
async function answerWithExceptions(page: Page): Promise<void> {
  const { rows } = (await (await page.request.get('/api/v1/desk/queue?queue=held&limit=2')).json()) as QueuePage
  const batch: BatchResource = {
    ...{ id: rows[0]?.id ?? '', title: 'Approve', by: 'Teo Marsh', state: 'done', createdAt: new Date().toISOString() },
    ...{ startedAt: new Date().toISOString(), undoneAt: null, undoneBy: null, total: 4 },
    outcomes: { waiting: 0, changed: 2, unchanged: 0, conflict: 1, removed: 1, restored: 0, kept: 0 },
    exceptions: rows.map((row, index) => ({
      commentId: row.id,
      outcome: index === 0 ? 'conflict' : 'removed',
      detail: index === 0 ? 'Mara Lindqvist changed it since' : null,
      excerpt: row.body,
      commenterName: row.commenter?.name ?? null,
    })),
  }
  await page.route(`${DESK}/batches/*/start`, (route) => route.fulfill({ body: `${JSON.stringify(batch)}\n` }))
}

async function previewAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More decisions' }).click()
  await page.getByRole('menuitem', { name: 'Decide on all that match…' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Decision' }).selectOption('approve')
}

/** The last comment of the list, with its context in sight. */
async function openLast(page: Page): Promise<void> {
  await page.keyboard.press('End')
  await page.keyboard.press('t')
}

const start = (page: Page) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: /^Approve: \d/ })
    .click()

/** What a server that is slow, broken or asked by others makes of the desk, one after the other. */
const STATES: State[] = [
  {
    name: 'a comment that loads',
    into: async (page) => {
      await page.route(`${DESK}/comments/*`, never)
      // From the beginning, so that nothing can have been loaded ahead.
      await openQueue(page, 'queue=held')
      await openLast(page)
    },
    shows: (page) => page.locator('aside[aria-busy=true]'),
  },
  {
    name: 'a comment that could not be loaded',
    into: async (page) => {
      await page.route(`${DESK}/comments/*`, (route) => route.fulfill(UNAVAILABLE))
      await openQueue(page, 'queue=held')
      await openLast(page)
    },
    shows: (page) => page.getByText('The context could not be loaded'),
  },
  {
    name: 'who was first, in place',
    into: async (page) => {
      await page.route(`${DESK}/comments/*`, (route) => route.continue())
      await page.route(`${DESK}/comments/*/decisions`, (route) => route.fulfill(CONFLICT))
      await openQueue(page, 'queue=held')
      await page.keyboard.press('a')
    },
    shows: (page) => page.getByText(/Mara Lindqvist approved this .*Your decision was not saved/).first(),
  },
  {
    name: 'a batch under way',
    into: async (page) => {
      await page.route(`${DESK}/batches/*/start`, never)
      await openQueue(page, 'queue=held')
      await previewAll(page)
      await start(page)
    },
    shows: (page) => page.getByText(/^Deciding: 0 of \d/),
  },
  {
    name: 'a batch that left some out',
    into: async (page) => {
      await answerWithExceptions(page)
      await openQueue(page, 'queue=held')
      await previewAll(page)
      await start(page)
    },
    shows: (page) => page.getByText('1 changed by others since'),
  },
  {
    name: 'a batch that was refused',
    into: async (page) => {
      await page.route(`${DESK}/batches`, (route) => route.fulfill(UNAVAILABLE))
      await openQueue(page, 'queue=held')
      await previewAll(page)
    },
    shows: (page) => page.getByText('Nothing was changed'),
  },
  {
    name: 'a queue that loads',
    into: async (page) => {
      await page.keyboard.press('Escape')
      await page.route(`${DESK}/queue?*`, never)
      await chooseQueue(page, /^Reported/)
    },
    shows: (page) => page.getByText('Loading the queue'),
  },
  {
    name: 'a queue that could not be loaded',
    into: async (page) => {
      await page.route(`${DESK}/queue?*`, (route) => route.fulfill(UNAVAILABLE))
      await chooseQueue(page, /^Off-topic/)
    },
    shows: (page) => page.getByText('The queue could not be loaded'),
  },
]

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`what loads, fails or is refused passes axe at ${viewport.width} px`, async ({ browser }) => {
    test.setTimeout(180_000)
    const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', reducedMotion: 'reduce', viewport })
    const page = await context.newPage()
    await signIn(page, 'teo')
    const problems: string[] = []
    for (const { name, into, shows } of STATES) {
      await into(page)
      await expect(shows(page), name).toBeVisible()
      // The dark scheme gives the same few colours other values, at any width.
      const found = await listViolations(page, 'body', viewport.width > 1000)
      problems.push(...found.map((problem) => `${name}: ${problem}`))
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      if (isWide) problems.push(`${name}: scrolls sideways`)
    }
    expect(problems).toEqual([])
    await context.close()
  })
}

test('who may not decide or set anything is told so, on pages that pass axe', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await signIn(page, 'ines')
  await page.goto('/queue')
  await expect(page.getByText('You can read everything here; deciding is for moderators.')).toBeVisible()
  expect(await listViolations(page, 'body'), 'an editor in the queue').toEqual([])
  await page.goto('/settings/keys')
  expect(await listViolations(page, 'body'), 'an editor in the settings').toEqual([])
  await expect(page.getByRole('heading', { level: 1, name: 'Settings are for administrators' })).toBeVisible()
  await context.close()
})
