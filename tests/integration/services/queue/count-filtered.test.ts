import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { getDb, type Db } from '@/lib/db/connection'
import { countAmongNewest, countFiltered, isOutOfTime } from '@/lib/db/queue/queue-count'
import type { Context } from '@/lib/services/context'
import { countQueues } from '@/lib/services/queue/count'
import { countUpTo } from '@/lib/services/queue/count-filtered'
import { readFilter } from '@/lib/services/queue/filter'
import { makeCrowd } from '@/tests/factories/crowd'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite } from '@/tests/factories/site'

const IS_REPLY = 'parent_external_id IS NOT NULL'

let ctx: Context

beforeAll(async () => {
  const site = await makeSite()
  ctx = await site.as('moderator')
  await makeCrowd(site.id, 20_000)
})

const filterBy = (q: string) => readFilter(ctx, 'newest', { article: undefined, commenter: undefined, status: [], q })
const countBySql = async (condition: string, newest = 1_000_000) => {
  const rows = await getDb().query<{ count: number }>(
    `SELECT count(*) AS count FROM (
       SELECT * FROM comment WHERE site_id = $1 ORDER BY ordered_at DESC, id DESC LIMIT ${newest}) c WHERE ${condition}`,
    [ctx.actor.siteId],
  )
  return rows[0]?.count
}

/** A database whose first statement that counts is cancelled, as one that takes too long is. */
function cancelFirstCount(db: Db): Db {
  let isCancelled = false
  const wrap = (inner: Db): Db =>
    Object.assign(Object.create(inner) as Db, {
      query: (text: string, values?: readonly unknown[], name?: string) => {
        if (isCancelled || !text.startsWith('SELECT count(*)')) return inner.query(text, values, name)
        isCancelled = true
        return Promise.reject(Object.assign(new pg.DatabaseError('canceling statement', 0, 'error'), { code: '57014' }))
      },
      transaction: <Result>(work: (open: Db) => Promise<Result>) => inner.transaction((open) => work(wrap(open))),
    } satisfies Pick<Db, 'query' | 'transaction'>)
  return wrap(db)
}

describe('a count under a filter', () => {
  it('is exact where there is time, and stops at the cap', async () => {
    const replies = await countBySql(IS_REPLY)
    expect(await countFiltered(getDb(), filterBy('is:reply'), 50_000, 60_000)).toBe(replies)
    expect(await countUpTo(getDb(), filterBy('is:reply'), 100)).toEqual({ count: 100, isCapped: true })
    const seldom = await countBySql('open_reports > 0 AND parent_external_id IS NULL')
    expect(await countFiltered(getDb(), filterBy('is:reported is:top'), 50_000, 60_000)).toBe(seldom)
    expect(await countFiltered(getDb(), filterBy('lang:fi'), 50_000, 60_000)).toBe(0)
  })

  it('is given up by the database when its time is over, and the connection is as it was', async () => {
    // A look at the words of each of 20,000 comments takes far longer than a millisecond.
    const gaveUp = await countFiltered(getDb(), filterBy('-xylophone'), 50_000, 1).catch((error: unknown) => error)
    expect(isOutOfTime(gaveUp)).toBe(true)
    expect(isOutOfTime(new Error('canceling statement due to statement timeout'))).toBe(false)
    const settings = await Promise.all(
      Array.from({ length: 8 }, () => getDb().query<{ ms: string }>(`SELECT current_setting('statement_timeout') AS ms`)),
    )
    expect(settings.map(([row]) => row?.ms)).toEqual(Array(8).fill('0'))
  })

  it('that takes too long says how many there are among the newest, at least', async () => {
    const among = await countBySql(IS_REPLY, 10_000)
    const all = await countBySql(IS_REPLY)
    expect(among).toBeGreaterThan(0)
    expect(all).toBeGreaterThan(among ?? 0)
    expect(await countUpTo(cancelFirstCount(getDb()), filterBy('is:reply'), 50_000)).toEqual({ count: among, isCapped: true })
  })

  it('is exact all the same where a queue holds no more than those', async () => {
    const filter = filterBy('is:reply')
    expect(await countAmongNewest(getDb(), filter, 30_000)).toEqual({ count: await countBySql(IS_REPLY), isWhole: true })
    const site = await makeSite()
    const empty = await site.as('moderator')
    const none = { ...empty, db: cancelFirstCount(getDb()) }
    expect((await countQueues(none, { q: 'is:reply' })).capped).toEqual([])
  })

  it('that fails otherwise fails', async () => {
    const broken = Object.assign(Object.create(getDb()) as Db, { transaction: () => Promise.reject(new Error('gone')) })
    await expect(countUpTo(broken, filterBy('is:reply'), 10)).rejects.toThrow('gone')
  })

  it.each(['custom', 'generic'] as const)('looks at the newest along their index, whatever is asked of them: %s plan', async (mode) => {
    const db = recordStatements(getDb())
    await countAmongNewest(db, filterBy('is:edited mark:off_topic'), 10)
    const [statement] = db.statements
    if (!statement) throw new Error('no statement')
    const { sequential, indexes } = await explain(getDb(), statement, mode)
    expect(sequential).not.toContain('comment')
    expect(indexes).toContain('comment_queue_newest')
  })
})
