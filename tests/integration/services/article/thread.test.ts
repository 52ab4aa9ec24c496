import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { walkThread } from '@/lib/db/article/article-thread'
import { getDb } from '@/lib/db/connection'
import { orderForReading } from '@/lib/domain/reading-order'
import { listArticleThread } from '@/lib/services/article/thread'
import { makeArticle } from '@/tests/factories/article'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { at, makeManyComments } from '@/tests/factories/discussion'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
beforeAll(async () => {
  site = await makeSite()
})

describe('the thread of an article', () => {
  it('reads each reply below its parent, says what became of it, and whose it is', async () => {
    const article = await makeArticle(site)
    const first = await makeComment(site, { article, body: 'First', receivedAt: at('08:00') })
    await makeComment(site, {
      article,
      body: 'Second',
      receivedAt: at('08:01'),
      commenter: null,
      postedAt: null,
      marks: { offTopic: true },
    })
    await makeComment(site, {
      article,
      parent: first,
      body: 'Answer',
      receivedAt: at('08:02'),
      status: 'rejected',
      marks: { uncivil: 'mockery' },
    })
    const page = await listArticleThread(await site.as('editor'), article.id)
    expect(page).toMatchObject({ total: 3, nextCursor: null })
    const facts = page.entries.map((entry) => [
      entry.body,
      entry.depth,
      entry.replies,
      entry.commenterName,
      entry.status,
      entry.offTopic,
      entry.uncivil,
      entry.postedAt,
    ])
    expect(facts).toEqual([
      ['First', 0, 1, 'Ada Reader', 'published', false, null, at('08:00').toISOString()],
      ['Answer', 1, 0, 'Ada Reader', 'rejected', false, 'mockery', at('08:02').toISOString()],
      ['Second', 0, 0, null, 'published', true, null, null],
    ])
    expect(page.entries[1]?.parentId).toBe(first.id)
  })

  it('puts a reply whose parent has not arrived at the top and says that its parent is unknown', async () => {
    const article = await makeArticle(site)
    await makeComment(site, { article, parentExternalId: 'not-here-yet' })
    const { entries } = await listArticleThread(await site.as('editor'), article.id)
    expect(entries[0]).toMatchObject({ depth: 0, hasUnknownParent: true, parentId: null })
  })

  it('keeps the place of a comment that was removed at its source, without its text', async () => {
    const article = await makeArticle(site)
    const removed = await makeComment(site, { article, status: 'removed', body: 'Gone for good' })
    await makeComment(site, { article, parent: removed, body: 'Why did you say that?' })
    const { entries } = await listArticleThread(await site.as('editor'), article.id)
    expect(entries.map((entry) => [entry.status, entry.body, entry.depth])).toEqual([
      ['removed', '', 0],
      ['published', 'Why did you say that?', 1],
    ])
  })

  it('of 2,000 comments comes in pages of 200 that together hold each one once, in order', async () => {
    const article = await makeArticle(site)
    await makeManyComments(site, article, 2000)
    const ctx = await site.as('editor')
    const seen: (string | null)[] = []
    let cursor: string | null = null
    let pages = 0
    do {
      const page: Awaited<ReturnType<typeof listArticleThread>> = await listArticleThread(
        ctx,
        article.id,
        cursor === null ? {} : { cursor },
      )
      seen.push(...page.entries.map((entry) => `${entry.postedAt ?? ''} ${entry.id}`))
      cursor = page.nextCursor
      pages += 1
    } while (cursor !== null)
    expect([pages, new Set(seen).size]).toEqual([10, 2000])
    expect(seen).toEqual(seen.toSorted())
  })

  it('does not repeat or skip a comment when another arrives between two pages', async () => {
    const article = await makeArticle(site)
    await makeManyComments(site, article, 201)
    const ctx = await site.as('editor')
    const first = await listArticleThread(ctx, article.id)
    // Older than all, so it stands on the first page and pushes everything one place on.
    await makeComment(site, { article, receivedAt: new Date('2020-01-01T00:00:00Z') })
    const second = await listArticleThread(ctx, article.id, { cursor: first.nextCursor ?? '' })
    expect(second.entries).toHaveLength(1)
    expect(first.entries.map((entry) => entry.id)).not.toContain(second.entries[0]?.id)
  })

  it('reads any tree in the order and with the numbers of replies of the rule, in pages of any length', async () => {
    const ctx = await site.as('editor')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(5)), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (drawn, most) => {
          const article = await makeArticle(site)
          const made: MadeComment[] = []
          for (const [parent, minute] of drawn) {
            const above = parent % 3 === 0 ? undefined : made[parent % Math.max(1, made.length)]
            const receivedAt = new Date(Date.UTC(2026, 2, 9, 8, minute))
            made.push(await makeComment(site, { article, receivedAt, ...(above ? { parent: above } : {}) }))
          }
          const nodes = await getDb().query<{ id: string; parentId: string | null }>(
            'SELECT id, parent_id AS "parentId" FROM comment WHERE site_id = $1 AND article_id = $2 ORDER BY ordered_at, id',
            [site.id, article.id],
          )
          const wanted = orderForReading(nodes)
          const { entries } = await listArticleThread(ctx, article.id)
          expect(entries.map(({ id, depth, replies }) => ({ id, depth, replies }))).toEqual(wanted)
          const walked: string[] = []
          for (let last: string | null = null; ;) {
            const page = await walkThread(getDb(), site.id, article.id, last, most)
            walked.push(...page.map(({ id }) => id))
            last = page.at(-1)?.id ?? null
            if (page.length < most) break
          }
          expect(walked).toEqual(wanted.map(({ id }) => id))
        },
      ),
      { numRuns: 12 },
    )
  })

  it('says how many replies go on after a page, up to a thousand, and looks at no more than it shows', async () => {
    const article = await makeArticle(site)
    const top = await makeComment(site, { article, receivedAt: at('07:00') })
    await makeManyComments(site, article, 1_300)
    const answers = `UPDATE comment SET parent_id = $3, depth = 1 WHERE site_id = $1 AND article_id = $2 AND id <> $3`
    await getDb().query(answers, [site.id, article.id, top.id])
    const db = recordStatements(getDb())
    const { entries, total, nextCursor } = await listArticleThread({ ...(await site.as('editor')), db }, article.id)
    expect([entries.length, total, nextCursor]).toEqual([200, 1301, entries[199]?.id])
    expect(entries[0]).toMatchObject({ id: top.id, replies: 1000, hasMoreReplies: true })
    expect(entries[1]).toMatchObject({ depth: 1, replies: 0, hasMoreReplies: false })
    const plans = await getDb().query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM comment WHERE site_id = $1 AND parent_id = $2 AND (ordered_at, id) > ('2026-03-09', $2) ORDER BY ordered_at, id LIMIT 1`,
      [site.id, top.id],
    )
    expect(plans.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index (Only )?Scan using comment_replies/)
    expect(db.statements.filter(({ text }) => text.includes('walk_thread'))).toHaveLength(1)
  })

  it('finds the next beginning of a talk past a thousand replies without a look at them', async () => {
    const article = await makeArticle(site)
    const first = await makeComment(site, { article, receivedAt: at('08:00') })
    await getDb().query(
      `INSERT INTO comment (site_id, id, article_id, parent_id, parent_external_id, depth, external_id, body, status, received_at, ordered_at)
       SELECT $1, gen_random_uuid(), $2, $3, $4, 1, 'r' || n, 'A reply', 'published', at, at
       FROM generate_series(1, 1000) n CROSS JOIN LATERAL (SELECT $5::timestamptz + n * interval '1 second' AS at) t`,
      [site.id, article.id, first.id, first.externalId, at('08:00')],
    )
    await makeComment(site, { article, receivedAt: at('23:00') })
    const step = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT id FROM comment WHERE site_id = '${site.id}' AND article_id = '${article.id}'
      AND parent_id IS NULL ORDER BY ordered_at, id OFFSET 1 LIMIT 1`
    const [row] = await getDb().query<{ 'QUERY PLAN': [{ Plan: { Plans: [Record<string, unknown>] } }] }>(step)
    const [walk] = row?.['QUERY PLAN'][0].Plan.Plans ?? []
    expect(walk).toMatchObject({ 'Index Name': 'comment_article', 'Actual Rows': 2 })
    expect(walk?.['Rows Removed by Filter'] ?? 0).toBe(0)
    expect(walk?.['Shared Hit Blocks']).toBeLessThan(60)
  })

  it('refuses a cursor that is not of this thread', async () => {
    const article = await makeArticle(site)
    const elsewhere = await makeComment(site)
    const ctx = await site.as('editor')
    for (const cursor of ['nonsense', elsewhere.id]) {
      await expect(listArticleThread(ctx, article.id, { cursor })).rejects.toMatchObject({ code: 'invalid_input' })
    }
  })

  it('is for readers of this site only', async () => {
    const article = await makeArticle(site)
    await expect(listArticleThread(site.asKey('ingest'), article.id)).rejects.toMatchObject({ code: 'forbidden' })
    const other = await makeSite()
    await expect(listArticleThread(other.asKey('read'), article.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(listArticleThread(site.asKey('read'), 'no-id')).rejects.toMatchObject({ code: 'not_found' })
  })
})
