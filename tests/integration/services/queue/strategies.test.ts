import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { Values, writeConditions } from '@/lib/db/queue/comment-filter'
import { orderOf } from '@/lib/db/queue/queue-order'
import type { CommentStatus } from '@/lib/domain/comment'
import { listSorts, QUEUES } from '@/lib/domain/queues'
import type { Context } from '@/lib/services/context'
import { readFilter } from '@/lib/services/queue/filter'
import { listQueue } from '@/lib/services/queue/list'
import { makeCrowd } from '@/tests/factories/crowd'
import { makeSite } from '@/tests/factories/site'

let ctx: Context
/** An article and a commenter with their ids. */
let places: { article: string; commenter: string }

beforeAll(async () => {
  const site = await makeSite(() => new Date('2026-01-03T12:00:00Z'))
  ctx = await site.as('moderator')
  await makeCrowd(site.id, 3000)
  const db = getDb()
  await db.query(
    `UPDATE comment SET language = (ARRAY['en', 'en', 'de', NULL])[1 + n % 4], featured_at = CASE WHEN n % 400 = 3 THEN now() END
     FROM (SELECT id, substr(external_id, 2)::int AS n FROM comment WHERE site_id = $1) numbered WHERE site_id = $1 AND comment.id = numbered.id`,
    [site.id],
  )
  await db.query(
    `INSERT INTO comment_document SELECT site_id, id, to_tsvector('simple', body), ordered_at FROM comment WHERE site_id = $1`,
    [site.id],
  )
  await db.query('ANALYZE comment, comment_document')
  const [found] = await db.query<typeof places>(
    `SELECT a.id AS article, p.id AS commenter FROM article a, commenter p
     WHERE a.site_id = $1 AND p.site_id = $1 AND a.external_id = 'a12' AND p.external_id = 'p12'`,
    [site.id],
  )
  if (!found) throw new Error('nobody there')
  places = found
})

const TERM = fc.constantFrom(
  ...[
    'lang:en',
    'lang:de',
    'lang:fi',
    'is:pending',
    'is:published',
    'is:approved',
    'is:public',
    'is:held',
    'is:reply',
    'is:top',
    'is:edited',
  ],
  ...['is:reported', 'is:decided', 'is:undecided', 'is:featured', 'is:appealed', 'mark:off_topic', 'mark:uncivil', 'mark:insult'],
  ...['suggests:off_topic', 'suggests:uncivil', 'suggests:insult', 'suggests:threat', 'score.civility>.5', 'score.civility<=.5'],
  ...['score.topic>.8', 'reports>0', 'reports<1', 'before:2026-01-02', 'after:2026-01-02', 'age<1d', 'age>36h'],
  ...[
    'section:Politics',
    'section:Nowhere',
    'author:"Person 12"',
    'author:nobody',
    'author:Person',
    'article:"Article 12"',
    'article:Article',
  ],
  ...['article:nothing', 'words', 'number', 'absent', '"with some words"', '"some with"', 'wor*'],
)
const ASKED = fc.constantFrom(...QUEUES).chain((queue) =>
  fc.record({
    queue: fc.constant(queue),
    sort: fc.constantFrom(...listSorts(queue)),
    terms: fc.array(fc.tuple(TERM, fc.boolean()), { maxLength: 4 }),
    status: fc.constantFrom<CommentStatus[]>([], [], ['pending'], ['published', 'approved']),
    isOfArticle: fc.nat(5).map((chance) => chance === 0),
    isOfCommenter: fc.nat(5).map((chance) => chance === 0),
  }),
)

it('whichever way a page is looked up, it holds what its conditions say, in its order, from page to page', async () => {
  await fc.assert(
    fc.asyncProperty(ASKED, async ({ queue, sort, terms, status, isOfArticle, isOfCommenter }) => {
      const asked = {
        ...{ queue, status, q: terms.map(([term, isNot]) => (isNot ? `-${term}` : term)).join(' ') },
        ...(isOfArticle ? { article: places.article } : {}),
        ...(isOfCommenter ? { commenter: places.commenter } : {}),
      }
      const values = new Values(ctx.actor.siteId)
      const conditions = writeConditions(readFilter(ctx, queue, asked), values)
      const all = await getDb().query<{ id: string }>(
        `SELECT c.id FROM comment c WHERE ${conditions.join(' AND ')} ${orderOf(queue, sort).by} LIMIT 30`,
        values.list,
      )
      const first = await listQueue(ctx, { ...asked, sort, limit: 20 })
      const next = first.nextCursor === null ? null : await listQueue(ctx, { ...asked, sort, limit: 10, cursor: first.nextCursor })
      expect([...first.rows, ...(next?.rows ?? [])].map((row) => row.id)).toEqual(all.map(({ id }) => id))
    }),
    { numRuns: 150 },
  )
})
