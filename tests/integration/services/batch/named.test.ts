import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { getBatch } from '@/lib/services/batch/get'
import { makeBatch } from '@/lib/services/batch/preview'
import { undoBatch } from '@/lib/services/batch/undo'
import { decideComment } from '@/lib/services/comment/decide'
import { listQueue } from '@/lib/services/queue/list'
import { addReport } from '@/lib/services/report/add'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

// A batch of named comments that were shown a while ago is written at once if all of them still are what was shown, else anew.
let site: TestSite
let mo: Awaited<ReturnType<TestSite['as']>>
let comments: MadeComment[]

beforeEach(async () => {
  site = await makeSite()
  mo = await site.as('moderator', 'Mo')
  comments = [await makeComment(site, { openReports: 1 }), await makeComment(site), await makeComment(site, { suggestedOffTopic: 0.9 })]
})

/** Approves all of them, in no order; the batch with the names of its statements, and the last value sent. */
async function approveAll() {
  const db = recordStatements(mo.db)
  const items = [...comments].reverse().map(({ id }) => ({ id: id.toUpperCase(), version: 1 }))
  const batch = await makeBatch({ ...mo, db }, { of: { kind: 'comments', items }, act: { kind: 'approve' }, isStarted: true })
  return { batch, names: db.statements.map(({ name }) => name), last: String(db.statements.at(-1)?.values.at(-1)) }
}

const WRITE = ['insert-batch', 'record-decisions']
const readLog = () =>
  getDb().query(
    `SELECT (SELECT count(*) FROM batch WHERE site_id = $1) AS batches, (SELECT count(*) FROM batch_item WHERE site_id = $1) AS items,
       (SELECT count(*) FROM decision WHERE site_id = $1) AS decisions, (SELECT count(*) FROM feed_waiting WHERE site_id = $1) AS told`,
    [site.id],
  )

it('reads nothing when all were shown, and locks them first when one was not', async () => {
  const unseen = await approveAll()
  expect(unseen.names).toEqual(['lock-named', ...WRITE])
  comments = [await makeComment(site), await makeComment(site)]
  await listQueue(mo, { queue: 'newest' })
  const seen = await approveAll()
  expect(seen.names).toEqual(WRITE)
  expect(seen.batch).toMatchObject({ state: 'done', total: 2, outcomes: { changed: 2, conflict: 0 } })
  expect(await readLog()).toEqual([{ batches: 2, items: 0, decisions: 5, told: 5 }])
})

it('is one batch with what came since: a report is answered with the others', async () => {
  await listQueue(mo, { queue: 'newest' })
  await addReport(site.asKey('ingest'), comments[1]?.externalId ?? '', { reason: 'abuse' })
  const { batch, names } = await approveAll()
  expect(names).toEqual([...WRITE, 'lock-named', ...WRITE])
  expect(batch).toMatchObject({ total: 3, outcomes: { changed: 3 }, exceptions: [] })
  expect(await readLog()).toEqual([{ batches: 1, items: 0, decisions: 3, told: 3 }])
  const reports = await getDb().query(
    `SELECT (before ->> 'openReports')::int AS before, (after ->> 'openReports')::int AS after FROM decision WHERE site_id = $1 ORDER BY 1`,
    [site.id],
  )
  expect(reports.map(Object.values)).toEqual([
    [0, 0],
    [1, 0],
    [1, 0],
  ])
})

it('notes of each comment what it was and what it is, and sends what is alike once', async () => {
  comments.push(await makeComment(site), await makeComment(site, { suggestedUncivil: { score: 0.75, kind: 'insult' } }))
  await listQueue(mo, { queue: 'newest' })
  const { last } = await approveAll()
  expect(JSON.parse(last)).toHaveLength(5)
  const noted = await getDb().query(
    `SELECT before #>> '{status}' AS was, (before ->> 'openReports')::int AS reports, (before #>> '{suggestions,offTopic}')::real AS off_topic,
       before #>> '{suggestions,uncivil,kind}' AS kind, after #- '{marks}' AS after
     FROM decision d WHERE site_id = $1 ORDER BY array_position($2::uuid[], comment_id)`,
    [site.id, comments.map(({ id }) => id)],
  )
  const after = { status: 'approved', suggestions: { offTopic: null, uncivil: null }, openReports: 0, isReviewed: true }
  const was = { was: 'published', reports: 0, off_topic: null, kind: null, after }
  expect(noted).toEqual([{ ...was, reports: 1 }, was, { ...was, off_topic: 0.9 }, was, { ...was, kind: 'insult' }])
})

it('leaves out and lists what somebody decided since it was shown', async () => {
  await listQueue(mo, { queue: 'newest' })
  await decideComment(await site.as('moderator', 'Lena'), comments[0]?.id ?? '', { version: 1, act: { kind: 'reject', reason: 'spam' } })
  const { batch } = await approveAll()
  expect(batch).toMatchObject({ total: 3, outcomes: { changed: 2, conflict: 1 }, exceptions: [{ detail: 'Lena decided since' }] })
  expect(await readLog()).toEqual([{ batches: 1, items: 1, decisions: 3, told: 3 }])
  expect(await getBatch(mo, batch.id)).toEqual(batch)
})

it('is read and taken back like any other: what it decided on is noted by the decisions, what it left out and what came since by items', async () => {
  comments.push(await makeComment(site, { status: 'removed' }), await makeComment(site))
  const lena = await site.as('moderator', 'Lena')
  const decide = (at: number, version: number) =>
    decideComment(lena, comments[at]?.id ?? '', { version, act: { kind: 'reject', reason: 'spam' } })
  await decide(0, 1)
  const { batch } = await approveAll()
  expect(batch).toMatchObject({ total: 5, outcomes: { changed: 3, conflict: 1, removed: 1 } })
  expect(await getBatch(mo, batch.id)).toEqual(batch)
  await decide(4, 2)
  const steps: unknown[] = []
  const undone = await undoBatch(mo, batch.id, (step) => steps.push(step))
  expect(steps.at(-1)).toEqual({ done: 5, total: 5 })
  expect(undone).toMatchObject({ state: 'undone', total: 5, outcomes: { changed: 0, restored: 2, kept: 1, conflict: 1, removed: 1 } })
  expect(undone.exceptions.map(({ commentId, detail }) => [commentId, detail])).toEqual(
    [0, 3, 4].map((at) => [comments[at]?.id, at === 0 ? 'Lena decided since' : at === 3 ? null : 'Lena changed it since']),
  )
  expect(await getBatch(mo, batch.id)).toEqual(undone)
  const states = await getDb().query('SELECT status, reviewed_at IS NULL AS open FROM comment WHERE site_id = $1 ORDER BY id', [site.id])
  expect(states.map(Object.values)).toEqual([
    ['rejected', false],
    ['published', true],
    ['published', true],
    ['removed', true],
    ['rejected', false],
  ])
})

it('is none when none of them is here, and nothing is kept of it', async () => {
  comments = comments.map((comment) => ({ ...comment, id: '0199aaaa-0000-7000-8000-000000000000' }))
  await expect(approveAll()).rejects.toMatchObject({ code: 'not_found' })
  expect(await readLog()).toEqual([{ batches: 0, items: 0, decisions: 0, told: 0 }])
})
