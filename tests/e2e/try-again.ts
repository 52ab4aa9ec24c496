import type { Browser, Page, TestInfo } from '@playwright/test'
import type { DecisionLogPage } from '@/lib/contracts/decision-log'
import type { SavedView } from '@/lib/contracts/teamwork'
import { openAs, type DemoUser } from './desk-test'

/** How the demo stood for somebody when a test of theirs began. */
export interface Beginning {
  user: DemoUser
  /** The decision that was the latest. */
  decision: string | undefined
  views: readonly string[]
  preferences: unknown
}

/** What a page of the desk says with its requests. */
const headers = { 'sec-fetch-site': 'same-origin' }

const get = async (page: Page, path: string): Promise<unknown> => (await page.request.get(`/api/v1/desk/${path}`)).json()
const listViews = async (page: Page) => ((await get(page, 'views')) as { views: SavedView[] }).views
const listLog = async (page: Page) => ((await get(page, 'decisions?limit=200')) as DecisionLogPage).decisions

/** Notes how the demo stands, from a page on which this person is signed in. */
export async function noteBeginning(page: Page, user: DemoUser): Promise<Beginning> {
  const [latest] = await listLog(page)
  const views = (await listViews(page)).map(({ id }) => id)
  return { user, decision: latest?.id, views, preferences: await get(page, 'preferences') }
}

/**
 * Where a test failed, takes back what it decided, kept and chose until then, so that the second try begins as the first did. Those
 * that pass take it back themselves.
 */
export async function takeBackWhereFailed(
  browser: Browser,
  beginning: Beginning | null,
  { status, expectedStatus }: TestInfo,
): Promise<void> {
  if (beginning === null || status === expectedStatus) return
  // An admin may take back what others decided.
  const admin = await openAs(browser, 'admin')
  const log = await listLog(admin)
  const own = log.slice(
    0,
    log.findIndex(({ id }) => id === beginning.decision),
  )
  // The latest first; of what was taken back already the server says so.
  for (const { id } of own) await admin.request.post(`/api/v1/desk/decisions/${id}/undo`, { headers })
  await admin.context().close()
  const page = await openAs(browser, beginning.user)
  for (const { id, isOwn } of await listViews(page))
    if (isOwn && !beginning.views.includes(id)) await page.request.delete(`/api/v1/desk/views/${id}`, { headers })
  const put = await page.request.put('/api/v1/desk/preferences', { data: beginning.preferences, headers })
  if (!put.ok()) throw new Error(`the preferences are not as they were: ${put.status()}`)
  await page.context().close()
}
