import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { LANGUAGE, mayMatch, readTraits, TRAITS, type Group } from '@/lib/db/queue/traits'
import { orderOf } from '@/lib/db/queue/queue-order'
import { QUEUE_PREDICATES } from '@/lib/db/queue/queue-predicates'
import { UNCIVIL_KINDS } from '@/lib/domain/comment'
import { isInQueue, listSorts, QUEUES, type Queue, type QueueSort } from '@/lib/domain/queues'
import type { Context } from '@/lib/services/context'
import { readFilter } from '@/lib/services/queue/filter'
import { listQueue } from '@/lib/services/queue/list'
import { makeCrowd } from '@/tests/factories/crowd'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite } from '@/tests/factories/site'

const SIZE = 8000

let ctx: Context

/** A crowd of which the oldest, and some between, have what next to none have: languages, marks, scores, edits, many reports. */
beforeAll(async () => {
  const site = await makeSite()
  ctx = await site.as('moderator')
  const db = getDb()
  await makeCrowd(site.id, SIZE)
  await db.query(
    `UPDATE comment SET language = (ARRAY['en', 'en', 'en', 'de', NULL])[1 + n % 5], revision = CASE WHEN n % 700 = 3 THEN 2 ELSE 1 END
     FROM (SELECT id, substr(external_id, 2)::int AS n FROM comment WHERE site_id = $1) numbered WHERE site_id = $1 AND comment.id = numbered.id`,
    [site.id],
  )
  for (const [what, where] of [
    [`language = 'fi'`, 'n IN (5, 100, 4100)'],
    [`status = 'removed'`, 'n % 1500 = 7'],
    ['open_reports = 2 + n % 4', 'n % 900 = 8 OR n < 12'],
    ['featured_at = now()', 'n % 850 = 9 OR n = 4'],
    [`suggested_uncivil = 0.8, suggested_uncivil_kind = 'threat'`, 'n < 40 AND n % 3 = 0 OR n = 7777'],
  ]) {
    await db.query(
      `WITH numbered AS (SELECT id, substr(external_id, 2)::int AS n FROM comment WHERE site_id = $1)
       UPDATE comment SET ${what} FROM numbered WHERE site_id = $1 AND comment.id = numbered.id AND (${where})`,
      [site.id],
    )
  }
  await db.query(
    `INSERT INTO mark (site_id, comment_id, mark, kind, set_at) SELECT site_id, id, 'uncivil', (ARRAY['mockery', 'other'])[1 + n % 2]::uncivil_kind, now()
     FROM (SELECT *, substr(external_id, 2)::int AS n FROM comment WHERE site_id = $1) c WHERE n % 1000 < 2`,
    [site.id],
  )
  await db.query(
    `INSERT INTO comment_scores (site_id, comment_id, scores, scored_at)
     SELECT site_id, id, jsonb_build_object('words uncivil.insult', jsonb_build_array(n % 997 / 1000.0, 1), 'near off_topic.article', jsonb_build_array(n % 11 / 10.0, 1)), now()
     FROM (SELECT *, substr(external_id, 2)::int AS n FROM comment WHERE site_id = $1) c WHERE n % 4 = 0`,
    [site.id],
  )
  await db.query('ANALYZE comment')
})

const highest = (attribute: string) =>
  `(SELECT max(value) FROM score s WHERE s.site_id = c.site_id AND s.comment_id = c.id AND s.attribute LIKE '${attribute}')`
const marked = (condition: string) => `EXISTS (SELECT FROM mark m WHERE m.site_id = c.site_id AND m.comment_id = c.id AND ${condition})`
const comparison = fc.constantFrom('=', '<', '<=', '>', '>=')
const kind = fc.constantFrom(...UNCIVIL_KINDS)

/** A term, and what it means in plain SQL. */
const TERM: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.constantFrom('en', 'de', 'fi', 'xx').map((language) => [`lang:${language}`, `c.language = '${language}'`] as const),
  fc
    .constantFrom('pending', 'published', 'approved', 'rejected', 'removed')
    .map((status) => [`is:${status}`, `c.status = '${status}'`] as const),
  fc.constantFrom(
    ['is:edited', 'c.revision > 1'] as const,
    ['is:featured', 'c.featured_at IS NOT NULL'] as const,
    ['is:reported', 'c.open_reports > 0'] as const,
    ['is:reply', 'c.parent_external_id IS NOT NULL'] as const,
    ['is:top', 'c.parent_external_id IS NULL'] as const,
    ['is:decided', 'c.reviewed_at IS NOT NULL'] as const,
    ['is:undecided', 'c.reviewed_at IS NULL'] as const,
    ['is:public', `c.status IN ('published', 'approved')`] as const,
    ['mark:off_topic', marked(`m.mark = 'off_topic'`)] as const,
    ['mark:uncivil', marked(`m.mark = 'uncivil'`)] as const,
    ['suggests:off_topic', 'c.suggested_off_topic IS NOT NULL'] as const,
    ['suggests:uncivil', 'c.suggested_uncivil IS NOT NULL'] as const,
    ['before:2026-01-02', `c.ordered_at < '2026-01-02T00:00:00Z'`] as const,
    ['after:2026-01-06', `c.ordered_at >= '2026-01-06T00:00:00Z'`] as const,
    ['section:Nowhere', 'false'] as const,
  ),
  kind.map((one) => [`mark:${one}`, marked(`m.kind = '${one}'`)] as const),
  kind.map((one) => [`suggests:${one}`, `c.suggested_uncivil_kind = '${one}'`] as const),
  fc.tuple(comparison, fc.nat(6)).map(([is, count]) => [`reports${is}${count}`, `c.open_reports ${is} ${count}`] as const),
  fc
    .tuple(comparison, fc.constantFrom('0', '.3', '.5', '.7', '.8', '.9', '.99', '1'))
    .map(([is, value]) => [`score.civility${is}${value}`, `${highest('uncivil.%')} ${is} ${value}::real`] as const),
  fc
    .tuple(comparison, fc.constantFrom('0', '.3', '.5', '.7', '.8', '.9', '1'))
    .map(([is, value]) => [`score.topic${is}${value}`, `${highest('off_topic.article')} ${is} ${value}::real`] as const),
)
const TERMS = fc.array(fc.tuple(TERM, fc.boolean()), { minLength: 1, maxLength: 4 }).map((terms) => ({
  q: terms.map(([[text], isNot]) => `${isNot ? '-' : ''}${text}`).join(' '),
  condition: terms.map(([[, condition], isNot]) => (isNot ? `(${condition}) IS NOT TRUE` : `(${condition})`)).join(' AND '),
}))
const PLACE = fc
  .constantFrom(...QUEUES.filter((queue) => queue !== 'mine'))
  .chain((queue) => fc.record({ queue: fc.constant(queue), sort: fc.constantFrom(...listSorts(queue)) }))

/** The newest `pages` pages of a filter, one after the other. */
async function read(queue: Queue, sort: QueueSort, q: string, limit: number, pages: number): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  for (let page = 0; page < pages; page += 1) {
    const { rows, nextCursor } = await listQueue(ctx, { queue, sort, q, limit, cursor })
    found.push(...rows.map((row) => row.id))
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return found
}

describe('a page under a filter', () => {
  it('holds what a plain statement finds, in its order, whatever is asked and however little matches', async () => {
    let [filled, some, none] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(PLACE, TERMS, async ({ queue, sort }, { q, condition }) => {
        const rows = await getDb().query<{ id: string }>(
          `SELECT c.id FROM comment c WHERE c.site_id = $1 AND ${QUEUE_PREDICATES[queue]} AND ${condition} ${orderOf(queue, sort).by} LIMIT 60`,
          [ctx.actor.siteId],
        )
        expect(await read(queue, sort, q, 20, 3), `${queue} ${sort} ${q}`).toEqual(rows.map(({ id }) => id))
        if (rows.length === 60) filled += 1
        else if (rows.length > 0) some += 1
        else none += 1
      }),
      { numRuns: 200 },
    )
    for (const seen of [filled, some, none]) expect(seen).toBeGreaterThan(10)
  })

  it.each(listSorts('review'))('is read for a section, a language and a time together, by %s', async (sort) => {
    const rows = await getDb().query<{ id: string }>(
      `SELECT c.id FROM comment c WHERE c.site_id = $1 AND ${QUEUE_PREDICATES.review} AND c.language = 'de' AND c.ordered_at < '2026-01-06T00:00:00Z'
       ${orderOf('review', sort).by} LIMIT 20`,
      [ctx.actor.siteId],
    )
    expect(rows).toHaveLength(20)
    expect(await read('review', sort, '-section:Nowhere lang:de before:2026-01-06', 20, 1)).toEqual(rows.map(({ id }) => id))
    expect(await read('review', sort, 'section:Nowhere lang:de before:2026-01-06', 20, 1)).toEqual([])
  })

  it.each([
    'lang:fi',
    'lang:xx',
    'is:removed',
    'is:edited',
    'reports>3',
    'mark:mockery',
    'suggests:threat',
    'score.civility>.99',
    'is:approved is:undecided',
  ])('walks no further than 3,000 comments for %s, and then looks up those that have it', async (q) => {
    const db = recordStatements(getDb())
    const { rows } = await listQueue({ ...ctx, db }, { queue: 'newest', q })
    const last = db.statements.at(-1)
    if (!last) throw new Error('no statement')
    if (rows.length === 0) {
      expect(last.name).toMatch(/^groups-there/)
      return
    }
    expect(rows.length).toBeLessThan(50)
    for (const mode of ['custom', 'generic'] as const) {
      const { indexes, sequential } = await explain(getDb(), last, mode)
      expect(indexes).toContain('comment_traits')
      expect(indexes).not.toContain('comment_queue_newest')
      expect(sequential).not.toContain('comment')
    }
  })

  it('that is full before asks for nothing else', async () => {
    const db = recordStatements(getDb())
    expect((await listQueue({ ...ctx, db }, { queue: 'newest', q: 'lang:de' })).rows).toHaveLength(50)
    expect(db.statements).toHaveLength(1)
  })
})

describe('the number of traits', () => {
  it('says of every comment what its columns say', async () => {
    const rows = await getDb().query<Group & Record<string, unknown>>(
      `SELECT ${TRAITS} AS traits, ${LANGUAGE} AS language, c.status, c.suggested_uncivil_kind AS kind, c.marked_uncivil AS uncivil,
         c.reviewed_at IS NOT NULL AS reviewed, c.revision > 1 AS edited, c.parent_external_id IS NOT NULL AS reply, least(c.open_reports, 3) AS reports,
         c.suggested_off_topic IS NOT NULL AS off, c.suggested_uncivil IS NOT NULL AS rude, c.marked_off_topic AS marked, c.incivility, c.distance
       FROM comment c WHERE c.site_id = $1`,
      [ctx.actor.siteId],
    )
    expect(rows).toHaveLength(SIZE)
    const told = rows.map((row) => {
      const { state, isEdited, suggestedKind, reports } = readTraits(row)
      const { status, isReviewed, isReply, suggestions, marks } = state
      const suggested = [suggestions.offTopic !== null, suggestions.uncivil !== null, suggestedKind]
      return [status, isReviewed, isEdited, isReply, reports[0], ...suggested, marks.offTopic, marks.uncivil]
    })
    const columns = ['status', 'reviewed', 'edited', 'reply', 'reports', 'off', 'rude', 'kind', 'marked', 'uncivil']
    expect(told).toEqual(rows.map((row) => columns.map((column) => row[column])))
    const isWithin = (value: unknown, [low, high]: readonly [number, number]) =>
      value === null || (Number(value) >= low && Number(value) <= high)
    expect(rows.filter((row) => !isWithin(row['incivility'], readTraits(row).scores.uncivil))).toEqual([])
    expect(rows.filter((row) => !isWithin(row['distance'], readTraits(row).scores.off_topic))).toEqual([])
  })

  it('leaves out what cannot match, which is most', () => {
    const filter = (q: string, queue: Queue = 'newest') =>
      readFilter(ctx, queue, { article: undefined, commenter: undefined, status: [], q })
    const published = { traits: 1, language: 'en' }
    expect(isInQueue('review', readTraits(published).state)).toBe(false)
    expect(mayMatch(filter(''), published)).toBe(true)
    expect(mayMatch(filter('', 'review'), published)).toBe(false)
    expect(mayMatch(filter('-lang:en'), published)).toBe(false)
    expect(mayMatch(filter('reports>2'), { traits: 1 + 2 * 64, language: 'en' })).toBe(false)
    expect(mayMatch(filter('reports>9'), { traits: 1 + 3 * 64, language: 'en' })).toBe(true)
    expect(mayMatch(filter('score.civility>.65'), { traits: 1 + 524288, language: 'en' })).toBe(true)
    expect(mayMatch(filter('score.civility>.71'), { traits: 1 + 524288, language: 'en' })).toBe(false)
  })
})
