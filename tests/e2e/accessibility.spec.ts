import type { Page } from '@playwright/test'
import type { RunOptions } from 'axe-core'
import type { ArticleListPage } from '@/lib/contracts/article-list'
import type { QueuePage } from '@/lib/contracts/queue'
import type { RuleResource } from '@/lib/contracts/rule'
import { askAxe } from './axe'
import { listViolations as listViolationsIn } from './desk-page'
import { expect, signIn, test } from './desk-test'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

/** Everything is laid out, also what is far down, and colours do not fade from one scheme to the other. */
const SETTLED = '*, ::before, ::after { content-visibility: visible !important; transition: none !important }'
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The rows of a long list are drawn alike. */
const FURTHER_ROWS = ':is(li, tr):nth-child(n + 13)'

/** What axe finds; a width or a scheme that comes second is asked only what it can change. */
async function listViolations(page: Page, asked: 'all' | 'layout' | 'colours'): Promise<string[]> {
  const options: Record<typeof asked, RunOptions> = {
    all: { runOnly: { type: 'tag', values: LEVELS } },
    layout: { runOnly: { type: 'tag', values: LEVELS }, rules: { 'color-contrast': { enabled: false } } },
    colours: { runOnly: { type: 'rule', values: ['color-contrast'] } },
  }
  const violations = await askAxe(page, { exclude: [FURTHER_ROWS] }, options[asked])
  return violations.map(({ id, targets }) => `${page.url()} ${asked}, ${id}: ${targets.slice(0, 3).join(' | ')}`)
}

async function listProblems(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  await page.addStyleTag({ content: SETTLED })
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth > window.innerWidth ? [`${location.href} scrolls sideways`] : [],
  )
  if (page.viewportSize()?.width !== SIZES[0].width) return [...wide, ...(await listViolations(page, 'layout'))]
  const light = await listViolations(page, 'all')
  if (!isDrawnDark(page)) return [...wide, ...light]
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await listViolations(page, 'colours')
  await page.emulateMedia({ colorScheme: 'light' })
  return [...wide, ...light, ...dark]
}

/** The dark scheme gives the same few colours other values: pages that have all of them between them are enough. */
const DARK = [
  '/sign-in',
  '/queue',
  '/decisions',
  '/appeals',
  '/articles',
  '/overview',
  '/settings/scores',
  '/settings/people',
  '/settings/webhooks',
  '/api-reference',
]
const isDrawnDark = (page: Page) => DARK.some((path) => new URL(page.url()).pathname.startsWith(path))

async function listPaths(page: Page): Promise<string[]> {
  const { rows } = (await (await page.request.get('/api/v1/desk/articles')).json()) as ArticleListPage
  // The figures of a talk, but not so many comments that axe takes minutes.
  const [one, other] = rows.toSorted((a, b) => a.comments - b.comments).filter(({ comments }) => comments >= 12)
  expect([one, other]).not.toContain(undefined)
  // One that holds, and one that decides alone.
  const { rules } = (await (await page.request.get('/api/v1/settings/rules')).json()) as { rules: RuleResource[] }
  expect(new Set(rules.map(({ outcome }) => outcome))).toEqual(new Set(['hold', 'publish']))
  return [
    '/queue',
    '/queue?mode=one',
    '/search',
    '/search?q=bridge',
    '/decisions',
    '/appeals',
    '/appeals?state=answered',
    '/appeals?state=answered&outcome=lapsed',
    '/articles',
    `/articles/${one?.id}`,
    `/articles/compare?of=articles&id=${one?.id}&id=${other?.id}`,
    '/overview',
    '/overview/transparency',
    '/second-looks',
    '/second-looks/agreement',
    '/settings',
    '/settings/words',
    '/settings/reasons',
    '/settings/rules',
    ...rules.map(({ id }) => `/settings/rules/${id}`),
    '/settings/scores',
    '/settings/fairness',
    '/settings/second-looks',
    '/settings/scorers',
    '/settings/alerts',
    '/settings/keys',
    '/settings/webhooks',
    '/settings/coral',
    '/settings/audit',
    '/settings/health',
    '/settings/people',
    '/settings/import',
    '/api-reference',
    '/nowhere',
  ]
}

for (const viewport of SIZES) {
  test(`axe finds nothing on any page at ${viewport.width} px`, async ({ browser }) => {
    test.setTimeout(360_000)
    const context = await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', viewport, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto('/sign-in')
    const problems = await listProblems(page)
    await signIn(page, 'admin')
    for (const path of await listPaths(page)) {
      await page.goto(path)
      problems.push(...(await listProblems(page)))
    }
    expect(problems).toEqual([])
    await context.close()
  })
}

test('axe finds what is wrong, and only what it is asked', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><head><title>Wrong</title></head><body><main><h1>Wrong</h1>
    <button></button><p style="color: light-dark(black, #444); background: light-dark(white, black)">In the dark</p>
    <p style="color: light-dark(#bbb, white); background: light-dark(white, black)">In the light</p>
    </main></body></html>`)
  await page.addStyleTag({ content: ':root { color-scheme: light dark }' })
  const found = async (asked: 'all' | 'layout' | 'colours') => (await listViolations(page, asked)).map((told) => told.split(', ')[1])
  expect(await found('all')).toEqual(['button-name: button', 'color-contrast: p:nth-child(4)'])
  expect(await found('layout')).toEqual(['button-name: button'])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await found('colours')).toEqual(['color-contrast: p:nth-child(3)'])
  await page.emulateMedia({ colorScheme: 'light' })
  const wrong = ['button-name: button', 'color-contrast: p:nth-child(4)', 'color-contrast: p:nth-child(3)']
  expect(await listViolationsIn(page, 'main')).toEqual(wrong)
  expect(await listViolationsIn(page, 'main', false)).toEqual(wrong.slice(0, 2))
  expect(await listViolationsIn(page, 'h1')).toEqual([])
})

test('a comment with markup and control characters is shown as text', async ({ page }) => {
  await signIn(page, 'mara')
  await page.goto('/queue?queue=newest')
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const found = (await (await page.request.get('/api/v1/desk/queue?queue=newest&limit=100')).json()) as {
    rows: { id: string; body: string }[]
    nextCursor: string | null
  }
  let hostile = found.rows.find(({ body }) => body.includes('<script>'))
  for (let cursor = found.nextCursor; !hostile && cursor !== null;) {
    const next = (await (await page.request.get(`/api/v1/desk/queue?queue=newest&limit=100&cursor=${cursor}`)).json()) as typeof found
    hostile = next.rows.find(({ body }) => body.includes('<script>'))
    cursor = next.nextCursor
  }
  expect(hostile).toBeDefined()
  await page.goto(`/queue?queue=newest&comment=${hostile?.id}`)
  await expect(page.getByText('<script>').first()).toBeVisible()
  expect(dialogs).toEqual([])
})

// Node and browsers are not of one mind about the classes of characters, so it takes a browser to see it.
test('emoji made of several are shown whole, and a joiner that hides between letters is shown', async ({ page }) => {
  await signIn(page, 'mara')
  await page.route('**/api/v1/desk/queue?*', async (route) => {
    const answer = (await (await route.fetch()).json()) as QueuePage
    await route.fulfill({ json: { ...answer, rows: answer.rows.map((row) => ({ ...row, body: '👩‍👩‍👧 👩🏽‍🚀 🏳️‍🌈 id\u200diot', wave: null })) } })
  })
  await page.goto('/queue')
  await expect(page.locator('[role=grid][data-ready]')).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Queues' })
    .getByRole('link', { name: /^Newest/ })
    .click()
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'iot' }).first()
  await expect(row).toContainText('👩‍👩‍👧 👩🏽‍🚀 🏳️‍🌈 id')
  await expect(row.locator('[data-control]')).toHaveText(['ZWJ'])
})
