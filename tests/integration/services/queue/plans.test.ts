import { beforeAll, describe, expect, it } from 'vitest'
import { findCommenterRecord } from '@/lib/db/comment/comment-background'
import { findCommentStates } from '@/lib/db/comment/comment-state'
import { getDb } from '@/lib/db/connection'
import { nameSection, Values } from '@/lib/db/queue/comment-filter'
import { noteActivity } from '@/lib/db/comment/thread-activity'
import type { CommentStatus } from '@/lib/domain/comment'
import { listSorts, QUEUES, type Queue, type QueueSort } from '@/lib/domain/queues'
import type { Context } from '@/lib/services/context'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { countQueues } from '@/lib/services/queue/count'
import { writeCursor } from '@/lib/services/queue/cursor'
import { listQueue } from '@/lib/services/queue/list'
import { makeCrowd } from '@/tests/factories/crowd'
import { explain } from '@/tests/factories/plan'
import { recordStatements, type RecordedStatement } from '@/tests/factories/recording-db'
import { makeSite } from '@/tests/factories/site'

const NAMED = QUEUES.filter((queue) => queue !== 'mine')

let ctx: Context
let article: string

beforeAll(async () => {
  const site = await makeSite()
  ctx = await site.as('moderator')
  await makeCrowd(site.id, 20_000)
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM article WHERE site_id = $1 LIMIT 1', [site.id])
  article = row?.id ?? ''
})

const FILTERS: Record<string, { isOfArticle?: boolean; status?: CommentStatus[]; q?: string }> = {
  'no filter': {},
  'an article': { isOfArticle: true },
  'a status': { status: ['pending'] },
  both: { isOfArticle: true, status: ['pending', 'published'] },
  'a section': { q: 'section:Politics lang:en' },
  'little of a section': { q: 'section:Politics lang:en suggests:insult' },
  nothing: { q: 'is:edited' },
  'what stands out': { q: 'is:featured' },
  'a phrase': { q: '"words in it"' },
  'a search': { q: 'section:Politics lang:en -is:edited score.civility>0.6 mark:off_topic reports>0 age<30d' },
}

/** All comments are walked by age for a section or a language; what waits has indexes that know them. */
const filtersOf = (queue: Queue) => Object.keys(FILTERS).filter((name) => queue !== 'newest' || !name.endsWith('section'))

/** The page's statement for this queue, order and filter: the first page's, or the one after it. */
async function recordPage(queue: Queue, sort: QueueSort, filter: string, isSecond: boolean) {
  const { isOfArticle, ...chosen } = FILTERS[filter] ?? {}
  const db = recordStatements(getDb())
  const cursor = isSecond ? { cursor: writeCursor({ sort, key: '0', id: article }) } : {}
  await listQueue({ ...ctx, db }, { ...chosen, queue, sort, limit: 2, ...(isOfArticle ? { article } : {}), ...cursor })
  return pageOf(db.statements)
}

/** The last statement that read a page. */
function pageOf(statements: readonly RecordedStatement[]): RecordedStatement {
  const statement = statements.findLast(({ text }) => text.includes('sort_key'))
  if (!statement) throw new Error('no statement')
  return statement
}

describe.each(NAMED)('the page of %s among 20,000 comments', (queue) => {
  describe.each(listSorts(queue))('by %s', (sort) => {
    it.each(filtersOf(queue))('reads an index and never the whole table, with %s', async (filter) => {
      for (const isSecond of [false, true]) {
        for (const mode of ['custom', 'generic'] as const) {
          const reads = await explain(getDb(), await recordPage(queue, sort, filter, isSecond), mode)
          for (const table of ['comment', 'mark', 'comment_scores', 'comment_document']) expect(reads.sequential).not.toContain(table)
          const walked = reads.indexes.filter(
            (index) => /^comment_(queue|article|commenter|pkey|document)/.test(index) && index !== 'comment_pkey',
          )
          expect(walked).not.toEqual([])
          // A small queue may be read by another order and sorted; every one of these holds the queue and little else.
          if (filter === 'no filter') expect(walked).toEqual([expect.stringMatching(/^comment_queue_/)])
        }
      }
    })
  })
})

it.each(['custom', 'generic'] as const)(
  'walks what is reported by activity along its own index, and sorts nothing: %s plan',
  async (mode) => {
    const { indexes } = await explain(getDb(), await recordPage('reported', 'activity', 'no filter', false), mode)
    expect(indexes.filter((index) => index.startsWith('comment_queue'))).toEqual(['comment_queue_reported_activity'])
  },
)

it.each([
  ['is:reply age<30d', 'comment_queue_priority'],
  ['section:Politics lang:en suggests:insult', 'comment_article_kinds'],
  ['author:"Person 77"', 'comment_commenter_waiting'],
])('finds %s by an index over what waits, whatever the plan', async (q, index) => {
  const db = recordStatements(getDb())
  await listQueue({ ...ctx, db }, { queue: 'review', q, sort: 'priority' })
  const statement = pageOf(db.statements)
  for (const mode of ['custom', 'generic'] as const) {
    const { indexes } = await explain(getDb(), statement, mode)
    expect(indexes.filter((name) => /^comment_(queue|article|commenter)/.test(name))).toEqual([index])
  }
})

it.each(['author:"Person 77"', 'author:"Person 7"', 'author:"Person 77" -words'])(
  'walks what the people of %s wrote in its order, whatever the plan',
  async (q) => {
    const db = recordStatements(getDb())
    await listQueue({ ...ctx, db }, { queue: 'newest', q })
    expect(db.statements[0]?.name).toBe('named-commenters')
    const statement = db.statements.at(-1)
    if (!statement) throw new Error('no statement')
    for (const mode of ['custom', 'generic'] as const) {
      const { sequential, indexes } = await explain(getDb(), statement, mode)
      expect(sequential).not.toContain('comment')
      expect(new Set(indexes.filter((name) => /^comment_(queue|article|commenter)/.test(name)))).toEqual(new Set(['comment_commenter']))
    }
  },
)

it('looks at little more of what eleven people wrote than a page shows', async () => {
  const db = recordStatements(getDb())
  await listQueue({ ...ctx, db }, { queue: 'newest', q: 'author:"Person 7"', limit: 5 })
  const statement = db.statements.at(-1)
  const plan = JSON.stringify(await getDb().query(`EXPLAIN (ANALYZE, FORMAT JSON) ${statement?.text}`, statement?.values))
  const looks = [...plan.matchAll(/"Index Name":"comment_commenter"[^{}]*?"Actual Rows":([\d.]+)/g)].map(([, rows]) => Number(rows))
  expect(looks.length).toBeGreaterThan(10)
  expect(looks.reduce((sum, rows) => sum + rows, 0)).toBeLessThan(100)
})

it('tells the articles of a section by one index alone, however it is spelt', async () => {
  const values = new Values(ctx.actor.siteId)
  const text = `SELECT id FROM article WHERE site_id = $1 AND ${nameSection('"POLITICS"', values)}`
  const plan = await getDb().transaction(async (db) => {
    await db.query('SET LOCAL enable_seqscan = off')
    return JSON.stringify(await db.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values.list))
  })
  const [read] = /\{[^{}]*"Index Name":"article_section_words"[^{}]*\}/.exec(plan) ?? []
  expect(read).toMatch(/"Index Cond":"[^}]*lower\(replace\(section/)
  expect(Number(/"Actual Rows":([\d.]+)/.exec(read ?? '')?.[1] ?? 0)).toBeGreaterThan(0)
})

it('passes over what has no suggestion within the order by priority, without a look at the comments', async () => {
  const { text, values } = await recordPage('off_topic', 'priority', 'no filter', false)
  const plan = await getDb().transaction(async (db) => {
    await db.query('SET LOCAL enable_sort = off')
    return JSON.stringify(await db.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values))
  })
  const [walk] = /\{[^{}]*"Index Name":"comment_queue_priority"[^{}]*\}/.exec(plan) ?? []
  expect(walk).toMatch(/"Index Cond":"[^"]*suggested_off_topic IS NOT NULL/)
  expect(Number(/"Rows Removed by Filter":(\d+)/.exec(walk ?? '')?.[1] ?? 0)).toBe(0)
})

it('counts what somebody wrote within the index, without a look at the comments', async () => {
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM commenter WHERE site_id = $1 LIMIT 1', [ctx.actor.siteId])
  const db = recordStatements(getDb())
  const record = await findCommenterRecord(db, ctx.actor.siteId, row?.id ?? '', new Date())
  expect(record?.comments).toBeGreaterThan(60)
  const [statement] = db.statements
  if (!statement) throw new Error('no statement')
  for (const mode of ['custom', 'generic'] as const) {
    expect((await explain(getDb(), statement, mode)).indexes).toContain('comment_commenter')
  }
  const plan = JSON.stringify(await getDb().query(`EXPLAIN (FORMAT JSON) ${statement.text}`, statement.values))
  expect(plan).toMatch(/"Node Type":"Index Only Scan"[^{}]*"Index Name":"comment_commenter"/)
})

it('adds the counts up from what is kept, without a look at the comments', async () => {
  const db = recordStatements(getDb())
  await countQueues({ ...ctx, db }, {})
  const [statement] = db.statements
  if (!statement) throw new Error('no statement')
  const { indexes, sequential } = await explain(getDb(), statement, 'custom')
  expect([...indexes, ...sequential].sort()).toEqual(['queue_delta', 'queue_total_pkey'])
})

it.each(['custom', 'generic'] as const)('tells the threads above new replies by index alone: %s plan', async (mode) => {
  const db = recordStatements(getDb())
  const replies = await getDb().query<{ siteId: string; id: string; parentId: string; orderedAt: Date }>(
    `SELECT site_id AS "siteId", id, parent_id AS "parentId", ordered_at AS "orderedAt"
     FROM comment WHERE site_id = $1 AND parent_id IS NOT NULL LIMIT 20`,
    [ctx.actor.siteId],
  )
  expect(replies).toHaveLength(20)
  await noteActivity(db, replies)
  const [statement] = db.statements
  if (!statement) throw new Error('no statement')
  const { indexes, sequential } = await explain(getDb(), statement, mode)
  expect(sequential).not.toContain('comment')
  expect(indexes).toEqual(expect.arrayContaining(['comment_pkey', 'comment_replies']))
})

it.each(['custom', 'generic'] as const)('reads nothing from end to end to show, decide on and undo one comment: %s plan', async (mode) => {
  const db = recordStatements(getDb())
  const recorded = { ...ctx, db }
  const [reply] = await getDb().query<{ id: string; version: number }>(
    'SELECT id, version FROM comment WHERE site_id = $1 AND parent_id IS NOT NULL AND reviewed_at IS NULL LIMIT 1',
    [ctx.actor.siteId],
  )
  if (!reply) throw new Error('no reply')
  await getCommentContext(recorded, reply.id)
  const act = { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult', alsoReject: true } as const
  const { decisionId } = await decideComment(recorded, reply.id, { version: reply.version, act })
  await undoDecision(recorded, decisionId)
  await findCommentStates(db, ctx.actor.siteId, [reply.id])
  expect(db.statements.map((statement) => statement.name)).toContain('thread-around-reply')
  for (const statement of db.statements) {
    const { sequential } = await explain(getDb(), statement, mode)
    expect(sequential, statement.name).not.toContain('comment')
    expect(sequential, statement.name).not.toContain('mark')
  }
})
