import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it, vi, type MockInstance } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { disconnect, getDb } from '@/lib/db/connection'
import { migrate } from '@/lib/db/migrate'
import { COMMENT_STATUSES } from '@/lib/domain/comment'
import { QUEUES } from '@/lib/domain/queues'
import * as env from '@/lib/env'
import { reconcileArticles } from '@/lib/services/article/reconcile'
import { readFeed } from '@/lib/services/feed/read'
import { countQueues } from '@/lib/services/queue/count'
import { listQueue } from '@/lib/services/queue/list'
import { makeComment } from '@/tests/factories/comment'
import { makeDecision } from '@/tests/factories/decision'
import { runOn, withDatabase } from '@/tests/setup/postgres'

const OWN = 'prisma/migrations'
const name = `${inject('templateName')}_upgrade`
const url = withDatabase(inject('serverUrl'), name)
/** What each version began from is what the one before it had come to: only what is new is applied, and the whole is copied. */
const old = `${name}_old`
/** The newest migration of the versions that an upgrade begins from. */
const STARTS = [
  '20261123100000_init',
  '20261124170000_desk',
  '20261125160000_trigger_plans',
  '20261128180300_words_apart',
  '20261129191500_texts_left_out',
  '20261130015500_rules',
]
/** From the first of them on, and before the second, whoever decided wrote into the feed themselves. */
const [HAS_FEED, TELLS_ITSELF] = ['20261124090000', '20261128140000']
const SECTIONS = ['Local', '"local"', '界'.repeat(200), "Sport's", null]

const drop = (database: string) => runOn(inject('serverUrl'), `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)

let dir = ''
let led: MockInstance
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'parley-upgrade-'))
  await drop(old)
  await runOn(inject('serverUrl'), `CREATE DATABASE ${old} TEMPLATE template0 ENCODING 'UTF8'`)
})
afterAll(async () => {
  await rm(dir, { recursive: true, force: true })
  await drop(old)
})
beforeEach(async () => {
  await disconnect()
  led = vi.spyOn(env, 'readEnv').mockReturnValue({ ...env.readEnv(), DATABASE_URL: url })
})
afterEach(async () => {
  await disconnect()
  led.mockRestore()
  await drop(name)
})

/** A database as the version left it whose newest migration `start` is. */
async function makeOld(all: readonly string[], start: string): Promise<void> {
  const linked = await readdir(dir)
  for (const one of all.filter((known) => known <= start && !linked.includes(known)))
    await symlink(path.resolve(OWN, one), path.join(dir, one))
  await migrate(withDatabase(inject('serverUrl'), old), dir)
  await drop(name)
  await runOn(inject('serverUrl'), `CREATE DATABASE ${name} TEMPLATE ${old} STRATEGY FILE_COPY`)
}

/** A site as the version with these migrations may have left it: comments of every status, marks, reports and decisions. */
async function fillOld(start: string): Promise<{ siteId: string; decisions: number }> {
  const db = getDb()
  const site = { id: uuidv7() }
  await db.query('INSERT INTO site (id, slug, name) VALUES ($1, $2, $3)', [site.id, 'old', 'The Old Gazette'])
  let decisions = 0
  for (const [at, section] of SECTIONS.entries()) {
    const article = { id: uuidv7() }
    const values = [site.id, article.id, `a${at}`, 'Old "news"', section]
    await db.query('INSERT INTO article (site_id, id, external_id, title, section) VALUES ($1, $2, $3, $4, $5)', values)
    for (const status of COMMENT_STATUSES) {
      const isReviewed = status === 'approved' || status === 'rejected'
      const parent = await makeComment(site, {
        ...{ article, status, body: 'The <b>tram</b> is late', reviewedAt: isReviewed ? new Date() : null },
        ...(status === 'published'
          ? { suggestedUncivil: { score: 0.9, kind: 'insult' as const }, openReports: 2, marks: { offTopic: true } }
          : {}),
      })
      await makeComment(site, { article, parent, commenter: null, postedAt: null })
      if (!isReviewed) continue
      await makeDecision(site, parent, { kind: status === 'approved' ? 'approve' : 'reject' })
      decisions += 1
    }
  }
  if (start > HAS_FEED && start < TELLS_ITSELF)
    await db.query('INSERT INTO feed_entry (site_id, decision_id, comment_id) SELECT site_id, id, comment_id FROM decision ORDER BY id')
  return { siteId: site.id, decisions }
}

it.each(STARTS)('from %s on, with what that version left', async (start) => {
  const all = (await readdir(OWN)).filter((one) => /^\d/.test(one)).sort()
  expect(all).toContain(start)
  await makeOld(all, start)
  const { siteId, decisions } = await fillOld(start)
  await disconnect()
  expect(await migrate(url)).toEqual(all.filter((one) => one > start))
  expect(await migrate(url)).toEqual([])

  const [db, now] = [getDb(), () => new Date()]
  const actor = { kind: 'user', id: uuidv7(), name: 'Mo', role: 'moderator', siteId, sessionId: uuidv7() } as const
  const counts = await countQueues({ actor, db, now }, {})
  for (const queue of QUEUES)
    expect([queue, (await listQueue({ actor, db, now }, { queue, limit: 100 })).rows.length]).toEqual([queue, counts[queue]])
  expect(counts.newest).toBe(SECTIONS.length * 2 * COMMENT_STATUSES.length)
  const reconciled = []
  for await (const { differences } of reconcileArticles({ actor: { kind: 'system', name: 'reconcile', siteId }, db, now }))
    reconciled.push(differences)
  expect(reconciled).toEqual(SECTIONS.map(() => []))
  const reader = { kind: 'api_key', id: uuidv7(), name: 'CMS', scopes: ['read' as const], siteId, rateLimit: null } as const
  const feed = await readFeed(
    { actor: { ...reader, scopes: [...reader.scopes] }, db, now },
    { after: 0, limit: 100, wait: 0 },
    new AbortController().signal,
  )
  expect(feed.items.map(({ position }) => position)).toEqual(Array.from({ length: decisions }, (_, at) => at + 1))
})
