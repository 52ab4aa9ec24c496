import { beforeEach, describe, expect, it } from 'vitest'
import type { BatchPreview } from '@/lib/contracts/batch'
import { getDb } from '@/lib/db/connection'
import { getBatch } from '@/lib/services/batch/get'
import { makeBatch } from '@/lib/services/batch/preview'
import { startBatch } from '@/lib/services/batch/start'
import { undoBatch } from '@/lib/services/batch/undo'
import { decideComment } from '@/lib/services/comment/decide'
import { countQueues } from '@/lib/services/queue/count'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

const SPAM = { kind: 'reject', reason: 'spam' } as const
const quietly = () => undefined

let site: TestSite
let mo: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  mo = await site.as('moderator', 'Mo')
})

/** `count` comments of mixed standing under one article, by their ids. */
async function makeMixed(count: number): Promise<string[]> {
  const article = await makeArticle(site)
  const ids: string[] = []
  for (let at = 0; at < count; at += 1) {
    const made = await makeComment(site, {
      article,
      status: at % 3 === 0 ? 'pending' : 'published',
      marks: { offTopic: at % 7 === 0, uncivil: at % 11 === 0 ? 'mockery' : null },
      ...(at % 2 === 0 ? { suggestedUncivil: { score: 0.6, kind: 'insult' as const } } : { suggestedOffTopic: 0.9 }),
      openReports: at % 5,
    })
    ids.push(made.id)
  }
  return ids
}

const readStates = () =>
  getDb().query(
    `SELECT id, status, suggested_off_topic, suggested_uncivil, suggested_uncivil_kind, open_reports, reviewed_at IS NULL AS open,
       (SELECT array_agg(mark::text || coalesce(kind::text, '') ORDER BY mark) FROM mark WHERE mark.comment_id = c.id) AS marks
     FROM comment c WHERE site_id = $1 ORDER BY id`,
    [site.id],
  )

const previewQueue = (q = '') =>
  makeBatch(mo, { of: { kind: 'queue', queue: 'review', filter: { status: [], q } }, act: SPAM }) as Promise<BatchPreview>

describe('a batch', () => {
  it('says what it would do and changes nothing', async () => {
    await makeMixed(12)
    const before = await readStates()
    const preview = await previewQueue()
    expect(preview).toMatchObject({
      total: 12,
      state: 'draft',
      title: 'Reject (spam)',
      statuses: { pending: 4, published: 8 },
      isCut: false,
    })
    expect(preview.sample).toHaveLength(5)
    expect(await readStates()).toEqual(before)
  })

  it('decides on all of it at once, each with its line in the log and in the feed', async () => {
    const ids = await makeMixed(12)
    const { id } = await previewQueue()
    const steps: number[] = []
    const batch = await startBatch(mo, id, ({ done }) => steps.push(done))
    expect(batch).toMatchObject({ state: 'done', outcomes: { changed: 12, conflict: 0 }, by: 'Mo' })
    expect(steps).toEqual([12])
    const [log] = await getDb().query<{ decisions: number; told: number; reports: number }>(
      `SELECT count(*) AS decisions, (SELECT count(*) FROM feed_waiting WHERE site_id = $1) AS told,
         (SELECT sum(open_reports) FROM comment WHERE site_id = $1) AS reports
       FROM decision WHERE site_id = $1 AND batch_id = $2 AND kind = 'reject' AND reason = 'spam' AND actor_name = 'Mo'`,
      [site.id, id],
    )
    expect(log).toEqual({ decisions: ids.length, told: ids.length, reports: 0 })
    expect(await countQueues(mo, {})).toMatchObject({ review: 0, newest: 12 })
  })

  it('leaves out what was decided, edited or deleted since it was previewed, and says so', async () => {
    const [first = '', second = '', third = ''] = await makeMixed(5)
    const { id } = await previewQueue()
    const teo = await site.as('moderator', 'Teo')
    await decideComment(teo, first, { version: 1, act: { kind: 'approve' } })
    await getDb().query(`UPDATE comment SET status = 'removed', version = 2 WHERE id = $1`, [second])
    await getDb().query(`UPDATE comment SET body = 'new', revision = 2, version = 2 WHERE id = $1`, [third])
    const batch = await startBatch(mo, id, quietly)
    expect(batch.outcomes).toMatchObject({ changed: 2, conflict: 2, removed: 1 })
    const details = Object.fromEntries(batch.exceptions.map((one) => [one.commentId, one.detail]))
    expect(details).toEqual({ [first]: 'Teo decided since', [second]: null, [third]: 'edited at its source since' })
  })

  it('takes named comments at once, in the versions that were on screen', async () => {
    const ids = await makeMixed(4)
    const items = ids.map((id, at) => ({ id, version: at === 0 ? 9 : 1 }))
    const batch = await makeBatch(mo, { of: { kind: 'comments', items }, act: { kind: 'approve' }, isStarted: true })
    expect(batch).toMatchObject({ state: 'done', outcomes: { changed: 3, conflict: 1 } })
  })

  it('takes everything somebody wrote that nobody has decided', async () => {
    const article = await makeArticle(site)
    const one = await makeComment(site, { article, commenter: 'spammer' })
    await makeComment(site, { article, commenter: 'somebody else' })
    const [row] = await getDb().query<{ id: string }>('SELECT commenter_id AS id FROM comment WHERE id = $1', [one.id])
    const preview = await makeBatch(mo, { of: { kind: 'commenter', commenterId: row?.id ?? '' }, act: SPAM })
    expect(preview.total).toBe(1)
  })

  it.each([false, true])('of nothing is none, and nothing of it stays: carried out at once %s', async (isStarted) => {
    const of = { kind: 'commenter', commenterId: '0199aaaa-0000-7000-8000-000000000000' } as const
    await expect(makeBatch(mo, { of, act: SPAM, isStarted })).rejects.toMatchObject({ code: 'not_found' })
    expect(await getDb().query('SELECT id FROM batch WHERE site_id = $1', [site.id])).toEqual([])
  })

  it('is refused to editors, to keys, to others than its maker, and a second time', async () => {
    await makeMixed(2)
    const { id } = await previewQueue()
    const input = { of: { kind: 'queue' as const, queue: 'review' as const, filter: { status: [], q: '' } }, act: SPAM }
    await expect(makeBatch(await site.as('editor'), input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(makeBatch(site.asKey('read'), input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(startBatch(await site.as('moderator'), id, quietly)).rejects.toMatchObject({ code: 'not_found' })
    await startBatch(mo, id, quietly)
    await expect(startBatch(mo, id, quietly)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(previewQueue()).rejects.toMatchObject({ code: 'not_found' })
    await expect(previewQueue('colour:red')).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(getBatch(mo, 'nonsense')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('taking a batch back', () => {
  it('restores everything exactly, but for what was decided since, which is kept and listed', async () => {
    const ids = await makeMixed(60)
    const before = await readStates()
    const { id } = await previewQueue()
    await startBatch(mo, id, quietly)
    const teo = await site.as('moderator', 'Teo')
    const kept = ids[7] ?? ''
    await decideComment(teo, kept, { version: 2, act: { kind: 'approve' } })
    const undone = await undoBatch(mo, id, quietly)
    expect(undone).toMatchObject({ state: 'undone', undoneBy: 'Mo', outcomes: { restored: 59, kept: 1 } })
    expect(undone.exceptions).toMatchObject([{ commentId: kept, outcome: 'kept', detail: 'Teo changed it since' }])
    const isOther = (row: object) => (row as { id: string }).id !== kept
    expect((await readStates()).filter(isOther)).toEqual(before.filter(isOther))
    const counts = await countQueues(mo, {})
    expect(counts).toMatchObject({ review: 59, held: 20, newest: 60 })
  })

  it('is for its maker and for leads, once', async () => {
    await makeMixed(3)
    const { id } = await previewQueue()
    await expect(undoBatch(mo, id, quietly)).rejects.toMatchObject({ code: 'not_allowed' })
    await startBatch(mo, id, quietly)
    await expect(undoBatch(await site.as('moderator'), id, quietly)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await undoBatch(await site.as('admin', 'Ada'), id, quietly)).undoneBy).toBe('Ada')
    await expect(undoBatch(mo, id, quietly)).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('does not deadlock with another batch over the same comments, and each comment is decided once', async () => {
    await makeMixed(40)
    const teo = await site.as('moderator', 'Teo')
    const [mine, theirs] = await Promise.all([
      previewQueue(),
      makeBatch(teo, { of: { kind: 'queue', queue: 'review', filter: { status: [], q: '' } }, act: { kind: 'approve' } }),
    ])
    const [a, b] = await Promise.all([startBatch(mo, mine.id, quietly), startBatch(teo, theirs.id, quietly)])
    expect([a.outcomes.changed + b.outcomes.changed, a.outcomes.conflict + b.outcomes.conflict]).toEqual([40, 40])
  })
})
