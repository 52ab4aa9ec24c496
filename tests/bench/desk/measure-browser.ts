import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { getDb } from '@/lib/db/connection'
import type { DeskClient } from './desk-client'
import { print, summarise } from './measure'
import { pressInARow } from './measure-keys'
import type { Seeded } from './seed'

const DECISIONS = 300
const PORT = 3177

/** The built server with a real Chromium on the seeded site: first load, keypress to paint, scrolling, 300 decisions. */
export async function measureBrowser(desk: DeskClient, { siteId }: Seeded): Promise<void> {
  if (!existsSync('dist/serve.js')) return console.log('in Chromium: not measured, the server is not built (npm start builds it)')
  const server = spawn(process.execPath, ['dist/serve.js'], {
    env: { ...process.env, PORT: String(PORT), NODE_ENV: 'production' },
    stdio: 'ignore',
  })
  const origin = `http://localhost:${PORT}`
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  try {
    await waitFor(`${origin}/api/health`)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [name = '', value = ''] = (desk.headers['cookie'] ?? '').split('=')
    await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    await measureFirstLoad(page, origin)
    await measureScrolling(page)
    await measureDecisions(page, origin, siteId)
  } finally {
    await browser.close()
    server.kill('SIGTERM')
  }
}

async function waitFor(url: string): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('the built server does not answer')
}

async function measureFirstLoad(page: Page, origin: string): Promise<void> {
  const times: number[] = []
  let sizes = { tags: 0, ready: 0 }
  for (let run = 0; run < 8; run += 1) {
    const started = performance.now()
    const answer = await page.goto(`${origin}/queue`, { waitUntil: 'commit' })
    await page.locator('[role=row]').first().waitFor({ state: 'visible' })
    times.push(performance.now() - started)
    await page.locator('[role=grid][data-ready]').waitFor()
    if (run === 0) sizes = await page.evaluate(countScripts, listNamed((await answer?.text()) ?? ''))
  }
  print('in Chromium: first comment visible after navigation', summarise(times.slice(1)))
  const kB = (bytes: number) => (bytes / 1000).toFixed(0)
  console.log(
    `in Chromium: JavaScript of /queue as sent: ${kB(sizes.tags)} kB in the document's script tags; ${kB(sizes.ready)} kB by the time keys work`,
  )
}

/** The addresses in the script tags of a document, without those for browsers that know no modules. */
function listNamed(html: string): string[] {
  const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)]
  return tags.flatMap(([tag, src = '']) => (/\snomodule/i.test(tag) ? [] : [src]))
}

/** In the page: bytes of scripts as they were sent, those named and all that have come by now (other pages' included). */
function countScripts(named: readonly string[]): { tags: number; ready: number } {
  const sizes = { tags: 0, ready: 0 }
  for (const entry of performance.getEntriesByType('resource')) {
    const { name, encodedBodySize } = entry as PerformanceResourceTiming
    if (!name.endsWith('.js')) continue
    sizes.ready += encodedBodySize
    if (named.includes(new URL(name).pathname)) sizes.tags += encodedBodySize
  }
  return sizes
}

async function measureScrolling(page: Page): Promise<void> {
  const frames = await page.evaluate(async () => {
    const list = document.querySelector('[role=grid]')
    if (!list) return 0
    let count = 0
    const started = performance.now()
    while (performance.now() - started < 4000) {
      list.scrollTop += 120
      await new Promise(requestAnimationFrame)
      count += 1
    }
    return (count * 1000) / (performance.now() - started)
  })
  print('in Chromium: frames a second while scrolling', frames)
}

/** Each decision by its key, as a keyboard sends it, until the frame in which the next comment stands under the cursor. */
async function measureDecisions(page: Page, origin: string, siteId: string): Promise<void> {
  await page.goto(`${origin}/queue?sort=newest`)
  await page.locator('[role=grid][data-ready]').waitFor()
  const before = await countDecisions(siteId)
  const started = performance.now()
  const { painted, presented, inFirstFrame } = await pressInARow(page, 'a', DECISIONS)
  const seconds = (performance.now() - started) / 1000
  const logged = await waitForLog(siteId, before + DECISIONS)
  print('in Chromium: keypress to the next comment painted', summarise(painted), p95(painted))
  print('in Chromium: the same until shown, by Event Timing', summarise(presented), p95(presented))
  console.log(`in Chromium: ${inFirstFrame} of ${DECISIONS} comments painted in the first frame after their key`)
  console.log(`in Chromium: ${DECISIONS} decisions in ${seconds.toFixed(1)} s; ${logged - before} in the log`)
}

function p95(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  return `p95 ${sorted[Math.floor(times.length * 0.95)]?.toFixed(0)} ms`
}

/** How many decisions the log holds once it holds so many, or after 20 s. */
async function waitForLog(siteId: string, expected: number): Promise<number> {
  for (let attempt = 0; attempt < 80; attempt += 1) {
    if ((await countDecisions(siteId)) >= expected) break
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  return countDecisions(siteId)
}

async function countDecisions(siteId: string): Promise<number> {
  const [row] = await getDb().query<{ count: number }>('SELECT count(*) AS count FROM decision WHERE site_id = $1', [siteId])
  return row?.count ?? 0
}
