import { waitForList } from './desk-page'
import { expect, signIn, test } from './desk-test'

test('of a long list only what is in sight exists, and nothing moves by itself while one scrolls through rows of unknown height', async ({
  page,
}) => {
  await signIn(page, 'teo')
  await page.goto('/queue?queue=newest')
  await waitForList(page)
  const current = page.locator('[role=row][aria-selected=true]')
  await expect(current).toHaveAttribute('aria-rowindex', '1')
  await page.keyboard.press('End')
  await expect(current).toHaveAttribute('aria-rowindex', '50')
  await expect(current).toBeInViewport({ ratio: 1 })
  expect(await page.getByRole('row').count()).toBeLessThan(45)
  // Back over rows that were never drawn: what is in sight goes as far as the list is scrolled, and no further.
  expect(await page.evaluate(scrollBack)).toBeLessThanOrEqual(1)
  await page.keyboard.press('Home')
  await expect(current).toHaveAttribute('aria-rowindex', '1')
  await expect(current).toBeInViewport({ ratio: 1 })
})

/** In the page: scrolls up step by step; by how many pixels, at most, a row in sight then stood elsewhere than it should. */
async function scrollBack(): Promise<number> {
  const list = document.querySelector('[role=grid]')
  if (list === null) return Infinity
  const find = () => new Map([...list.querySelectorAll('[role=row]')].map((row) => [row.id, row.getBoundingClientRect().top]))
  const frame = () => new Promise(requestAnimationFrame)
  /** What is drawn in one frame is measured after it, and put in its place in the next. */
  const settle = async () => {
    for (let before = ''; ; await frame()) {
      const now = [...find()].join(' ')
      if (now === before) return
      before = now
    }
  }
  const { top, bottom } = list.getBoundingClientRect()
  let worst = 0
  for (let step = 0; step < 20; step += 1) {
    await settle()
    const before = find()
    const scrolled = Math.min(90, list.scrollTop)
    list.scrollTop -= scrolled
    await frame()
    await settle()
    const after = find()
    for (const [id, place] of before) {
      const now = after.get(id)
      if (now !== undefined && place > top && place < bottom) worst = Math.max(worst, Math.abs(now - place - scrolled))
    }
  }
  return worst
}
