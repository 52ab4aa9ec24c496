import { beforeAll, describe, expect, it } from 'vitest'
import { QueueQuery } from '@/lib/contracts/queue'
import { getDb } from '@/lib/db/connection'
import { QUEUES, type Queue } from '@/lib/domain/queues'
import type { Context } from '@/lib/services/context'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { countQueues } from '@/lib/services/queue/count'
import { listQueue } from '@/lib/services/queue/list'
import { makeCrowd } from '@/tests/factories/crowd'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite } from '@/tests/factories/site'

const INDEXES: Record<Queue, string> = {
  review: 'comment_queue_review',
  uncivil: 'comment_queue_uncivil_replies',
  off_topic: 'comment_queue_off_topic',
  reported: 'comment_queue_reported',
  held: 'comment_queue_held',
  newest: 'comment_queue_newest',
}

let ctx: Context
let article: string

beforeAll(async () => {
  const site = await makeSite()
  ctx = await site.as('moderator')
  await makeCrowd(site.id, 20_000)
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM article WHERE site_id = $1 LIMIT 1', [site.id])
  article = row?.id ?? ''
}, 60_000)

const FILTERS = {
  'no filter': {},
  'an article': { article: true },
  'a status': { status: ['pending'] },
  both: { article: true, status: ['pending', 'published'] },
}

/** The page's statement for this queue and filter: the first page's, or the one after it. */
async function recordPage(queue: Queue, filter: keyof typeof FILTERS, isSecond: boolean) {
  const chosen = FILTERS[filter]
  const query = QueueQuery.parse({ queue, limit: 2, ...chosen, ...('article' in chosen ? { article } : {}) })
  const db = recordStatements(getDb())
  const first = await listQueue({ ...ctx, db }, query)
  expect(first.nextCursor).not.toBeNull()
  if (isSecond && first.nextCursor) await listQueue({ ...ctx, db }, { ...query, cursor: first.nextCursor })
  const statement = db.statements.at(-1)
  expect(db.statements).toHaveLength(isSecond ? 2 : 1)
  if (!statement) throw new Error('no statement')
  return statement
}

/** The queue's own index; a filter may make another one the shorter way, such as that of held comments for `pending`. */
function usableIndexes(queue: Queue, filter: keyof typeof FILTERS): string[] {
  const usable = [INDEXES[queue]]
  if (filter === 'an article' || filter === 'both') usable.push('comment_article')
  if (filter === 'a status') usable.push('comment_queue_held')
  return usable
}

describe.each(QUEUES)('the page of %s among 20,000 comments', (queue) => {
  describe.each(Object.keys(FILTERS) as (keyof typeof FILTERS)[])('with %s', (filter) => {
    it.each([
      ['first', 'custom'],
      ['second', 'custom'],
      ['first', 'generic'],
      ['second', 'generic'],
    ] as const)('reads an index and never the whole table: %s page, %s plan', async (page, mode) => {
      const reads = await explain(getDb(), await recordPage(queue, filter, page === 'second'), mode)
      expect(reads.sequential).not.toContain('comment')
      expect(reads.sequential).not.toContain('mark')
      const walked = reads.indexes.filter((index) => index.startsWith('comment_') && index !== 'comment_pkey')
      expect(walked).toHaveLength(1)
      expect(usableIndexes(queue, filter)).toContain(walked[0])
    })
  })
})

it('counts every queue over its own index', async () => {
  const db = recordStatements(getDb())
  await countQueues({ ...ctx, db }, {})
  const [statement] = db.statements
  if (!statement) throw new Error('no statement')
  const { indexes } = await explain(getDb(), statement, 'custom')
  expect(indexes).toEqual(expect.arrayContaining(Object.values(INDEXES).filter((name) => name !== 'comment_queue_newest')))
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
  expect(db.statements.map((statement) => statement.name)).toContain('thread-around-reply')
  for (const statement of db.statements) {
    const { sequential } = await explain(getDb(), statement, mode)
    expect(sequential, statement.name).not.toContain('comment')
    expect(sequential, statement.name).not.toContain('mark')
  }
})
