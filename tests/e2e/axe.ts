import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  targets: string[]
}

/** Selectors. */
type Parts = { include: string[] } | { exclude: string[] }
type Run = (parts: Parts, options: RunOptions) => Promise<AxeResults>

/** What axe finds in a page of one frame. Asked in the page itself, which reads axe once: a second page for the answer costs more than the question. */
export async function askAxe(page: Page, parts: Parts, options: RunOptions): Promise<Violation[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames, and axe is asked about the page alone`)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  // No rule that is asked reads style sheets, which axe would fetch each time.
  const asked: RunOptions = { ...options, resultTypes: ['violations'], preload: { assets: ['media'] } }
  return page.evaluate(
    async ({ parts, asked }) => {
      const { axe } = window as unknown as { axe: { run: Run } }
      const { violations } = await axe.run(parts, asked)
      return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }))
    },
    { parts, asked },
  )
}
