import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { currentRow, openQueue } from './desk-page'
import { expect, openAs, PHONE, signIn, test } from './desk-test'
import type { ArticleListPage } from '@/lib/contracts/article-list'

const WIDTHS = [768, 900, 1200, 1280, 1440]

/** In the page: by how many pixels the buttons of the decision bar, or what stands beside them, go beyond it. */
function measureOverflow(): number {
  const bars = [...document.querySelectorAll<HTMLElement>('[role=group]')].map((group) => group.parentElement)
  const bar = bars.find((box) => box !== null && box.querySelector('[aria-keyshortcuts=a]') !== null)
  if (!bar) throw new Error('The decision bar is not there')
  const { left, right } = bar.getBoundingClientRect()
  const boxes = [...bar.querySelectorAll('button')].map((button) => button.getBoundingClientRect()).filter(({ width }) => width > 0)
  return Math.max(...boxes.map((box) => Math.max(left - box.left, box.right - right)))
}

/** The queue in a language, whatever language its reader chose in a test before this one. */
async function openIn(browser: Browser, language: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openAs(browser, 'teo', options)
  const address = '/api/v1/desk/preferences'
  const preferences = (await (await page.request.get(address)).json()) as object
  const put = await page.request.put(address, { data: { ...preferences, language }, headers: { 'sec-fetch-site': 'same-origin' } })
  expect(put.status()).toBe(200)
  await openQueue(page, 'queue=newest&status=published')
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  return page
}

test.describe('in each language', () => {
  test.afterAll(async ({ browser }) => {
    await (await openIn(browser, 'en')).context().close()
  })

  for (const locale of ['en', 'de', 'ar']) {
    test(`the buttons of the decision bar stay within it at every width (${locale})`, async ({ browser }) => {
      const page = await openIn(browser, locale)
      for (const isSelecting of [false, true]) {
        if (isSelecting) await page.keyboard.press('x')
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 })
          expect(
            await page.evaluate(measureOverflow),
            `${width} px, ${isSelecting ? 'one selected' : 'none selected'}`,
          ).toBeLessThanOrEqual(0)
        }
      }
      await page.context().close()
    })
  }

  for (const [locale, goOn, places] of [
    ['en', 'Queue, go to another page', ['Queue', 'Articles', 'Overview', 'Appeals', 'Decisions']],
    ['de', 'Warteschlange, zu einer anderen Seite', ['Warteschlange', 'Artikel', 'Überblick', 'Einsprüche', 'Entscheidungen']],
    ['ar', 'الانتظار، الانتقال إلى صفحة أخرى', ['الانتظار', 'المقالات', 'نظرة عامة', 'الاعتراضات', 'القرارات']],
  ] as const) {
    test(`on a phone the header leads everywhere, and nothing in it is cut (${locale})`, async ({ browser }) => {
      const page = await openIn(browser, locale, PHONE)
      expect(await page.getByRole('banner').evaluate(listCut)).toEqual([])
      await page.getByRole('button', { name: goOn, exact: true }).tap()
      const items = page.getByRole('menuitem')
      for (const [index, place] of places.entries()) await expect(items.nth(index)).toContainText(place)
      expect(await page.getByRole('menu').evaluate(listCut)).toEqual([])
      await page.context().close()
    })

    test(`at 320 px nothing goes beyond the window, and nothing in the header covers anything else (${locale})`, async ({ browser }) => {
      const viewport = { width: 320, height: 640 }
      const page = await openIn(browser, locale, { ...PHONE, viewport, screen: viewport })
      const { rows } = (await (await page.request.get('/api/v1/desk/articles')).json()) as ArticleListPage
      const faults = await page.evaluate(listTooWide)
      for (const path of [
        '/second-looks',
        '/articles',
        `/articles/${rows[0]?.id}`,
        '/overview',
        '/overview/transparency',
        '/decisions',
        '/appeals',
      ]) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        faults.push(...(await page.evaluate(listTooWide)))
      }
      expect(faults).toEqual([])
      await page.context().close()
    })
  }
})

/** In the page: what makes it wider than its window, and which of the header's buttons lie over each other. */
function listTooWide(): string[] {
  const root = document.documentElement
  const boxes = [...document.querySelectorAll<HTMLElement>('header a, header button')]
    .filter((target) => target.checkVisibility())
    .map((target) => ({ name: target.ariaLabel ?? target.textContent, box: target.getBoundingClientRect() }))
    .sort((one, other) => one.box.left - other.box.left)
  const covered = boxes
    .filter(({ box }, at) => box.left < (boxes[at - 1]?.box.right ?? 0) - 1)
    .map(({ name }) => `${name} lies over another`)
  // A window on a phone grows with what does not fit into it.
  const width = Math.max(root.scrollWidth, innerWidth)
  return [...covered, ...(width > screen.width ? [`${width} px wide`] : [])].map((fault) => `${location.pathname}: ${fault}`)
}

/** In the page: what of an element's words stands outside the window, or is wider than its place. */
function listCut(within: Element): string[] {
  return [...within.querySelectorAll<HTMLElement>('*')]
    .filter((element) => element.checkVisibility() && element.children.length === 0 && element.textContent !== '')
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      // One pixel wide is what only a screen reader reads.
      return width > 1 && (left < 0 || right > innerWidth || element.scrollWidth > element.clientWidth + 1)
    })
    .map((element) => element.textContent)
}

test('on a phone most filters of the articles unfold, and those that an address names are seen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'teo')
  await page.goto('/articles')
  const section = page.getByRole('combobox', { name: 'Section' })
  const unfold = page.getByRole('button', { name: /^Filters/ })
  await expect(unfold).toHaveAttribute('aria-expanded', 'false')
  await expect(section).toBeHidden()
  await expect(page.getByRole('link', { name: 'Council votes to close the night tram' })).toBeInViewport()
  await unfold.click()
  await section.selectOption('History')
  await expect(unfold).toHaveText('Filters: 1')
  await expect(page.getByRole('link', { name: 'Council votes to close the night tram' })).toHaveCount(0)
  await page.reload()
  await expect(section).toHaveValue('History')
  await expect(section).toBeVisible()
  await page.setViewportSize({ width: 1200, height: 800 })
  await expect(unfold).toBeHidden()
  await expect(page.getByRole('combobox', { name: 'State' })).toBeVisible()
})

test('a comment stays in sight while the kind of incivility is chosen for it, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 })
  await signIn(page, 'teo')
  await openQueue(page, 'queue=newest&status=published')
  for (let step = 0; step < 4; step++) await page.keyboard.press('j')
  await page.keyboard.press('u')
  const choices = page.getByRole('group', { name: /^Mark uncivil/ })
  await expect(choices).toBeVisible()
  const sink = async () => {
    const [row, list] = await Promise.all([currentRow(page).boundingBox(), choices.boundingBox()])
    return row && list ? row.y + row.height - list.y : NaN
  }
  // The list rises for a moment.
  await expect.poll(sink).toBeLessThanOrEqual(1)
})

test('a comment that is higher than the list shows its beginning', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 420 })
  await signIn(page, 'teo')
  await openQueue(page, 'queue=newest&sort=oldest')
  const list = page.getByRole('grid')
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('j')
    await expect
      .poll(async () => {
        const [row, frame] = await Promise.all([currentRow(page).boundingBox(), list.boundingBox()])
        return row && frame ? frame.y - row.y : NaN
      })
      .toBeLessThanOrEqual(1)
  }
})

test('on a phone the parts of an article’s page are one tap away, wherever one is', async ({ browser }) => {
  const page = await (
    await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', viewport: { width: 390, height: 844 }, hasTouch: true })
  ).newPage()
  await signIn(page, 'ines')
  const { rows } = (await (await page.request.get('/api/v1/desk/articles')).json()) as ArticleListPage
  await page.goto(`/articles/${rows.find(({ comments }) => comments >= 12)?.id}`)
  const parts = page.getByRole('navigation', { name: 'Parts of this page' })
  for (const [part, title] of [
    ['Thread', 'The thread'],
    ['Voices', 'Who carries it'],
    ['Over time', 'Comments over time'],
  ] as const) {
    const link = parts.getByRole('link', { name: part })
    await link.tap()
    await expect(link).toHaveAttribute('aria-current', 'location')
    await expect(page.getByRole('heading', { name: title, exact: true })).toBeInViewport()
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    // The heading stands below the strip, not under it.
    const strip = await parts.boundingBox()
    const heading = await page.getByRole('heading', { name: title, exact: true }).boundingBox()
    expect(heading?.y ?? 0).toBeGreaterThanOrEqual((strip?.y ?? Infinity) + (strip?.height ?? 0))
  }
  await page.context().close()
})

/** In the page: what is pressed and is lower than a finger wants it, or narrower than a target may be. Links within a text are as high as that. */
function listSmallTargets(): string[] {
  const pressed = [
    ...document.querySelectorAll<HTMLElement>('button, select, input:not([type=checkbox]), label:has(input), nav a, header a'),
  ]
  return pressed
    .filter((target) => {
      const { width, height } = target.getBoundingClientRect()
      return width > 1 && height > 1 && (height < 43.5 || width < 24)
    })
    .map((target) => `${location.pathname}: ${target.ariaLabel ?? target.textContent}`)
}

test('where a finger points, what is pressed in the settings and at the sign-in is 44 px high', async ({ browser }) => {
  test.setTimeout(120_000)
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
  const page = await (await browser.newContext({ baseURL: process.env['BASE_URL'] ?? '', ...phone })).newPage()
  const small: string[] = []
  await page.goto('/sign-in')
  small.push(...(await page.evaluate(listSmallTargets)))
  await signIn(page, 'admin')
  for (const place of ['', '/words', '/reasons', '/scores', '/alerts', '/people', '/import']) {
    await page.goto(`/settings${place}`)
    small.push(...(await page.evaluate(listSmallTargets)))
  }
  expect(small).toEqual([])
  await page.context().close()
})

test('in a window as low as at 400 % there is room for the comments, in the list and in a dialog', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 225 })
  await signIn(page, 'teo')
  await openQueue(page, 'queue=newest&q=is:reply')
  expect((await page.getByRole('grid').boundingBox())?.height).toBeGreaterThan(100)
  await currentRow(page).click()
  await page.getByRole('button', { name: 'Decide on the exchange…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Decide on the exchange' })
  const line = dialog.getByRole('listitem').last()
  await line.scrollIntoViewIfNeeded()
  await expect(line).toBeInViewport({ ratio: 0.7 })
  await line.getByRole('checkbox').click()
  await expect(line.getByRole('checkbox')).toBeChecked()
})

test('at 320 px no page of the settings goes beyond the window', async ({ browser }) => {
  const viewport = { width: 320, height: 640 }
  const page = await openAs(browser, 'admin', { ...PHONE, viewport, screen: viewport })
  for (const place of ['', '/rules', '/people', '/audit', '/import']) {
    await page.goto(`/settings${place}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => Math.max(document.documentElement.scrollWidth, innerWidth)), place).toBe(viewport.width)
  }
  await page.context().close()
})
