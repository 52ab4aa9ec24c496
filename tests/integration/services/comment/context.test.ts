import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { insertScores } from '@/lib/db/score/score'
import type { Context } from '@/lib/services/context'
import { decideComment } from '@/lib/services/comment/decide'
import { getCommentContext } from '@/lib/services/comment/context'
import { undoDecision } from '@/lib/services/decision/undo'
import { makeArticle, type MadeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

const NOW = new Date('2026-03-10T12:00:00.000Z')
const DAY = 24 * 60
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

let site: TestSite
let ctx: Context
let article: MadeArticle

beforeEach(async () => {
  site = await makeSite(() => NOW)
  ctx = await site.as('moderator', 'Mo')
  article = await makeArticle(site, {
    title: 'Riverside road',
    body: 'No cars.',
    author: 'A. Writer',
    section: 'Local',
    url: 'https://example.org/r',
  })
})

const readThread = async (id: string) => {
  const { thread } = await getCommentContext(ctx, id)
  return { ...thread, entries: thread.entries.map((entry) => `${' '.repeat(entry.indent)}${entry.body}${entry.isCurrent ? ' *' : ''}`) }
}

describe('the thread around a comment', () => {
  it('has ancestors, siblings and two levels of replies in reading order', async () => {
    const at = (minute: number) => ({ article, postedAt: minutesAgo(100 - minute) })
    const top = await makeComment(site, { ...at(0), body: 'top' })
    const parent = await makeComment(site, { ...at(1), parent: top, body: 'parent' })
    await makeComment(site, { ...at(2), parent: top, body: 'uncle' })
    const later = await makeComment(site, { ...at(9), parent, body: 'later sibling' })
    await makeComment(site, { ...at(3), parent, body: 'earlier sibling' })
    const here = await makeComment(site, { ...at(5), parent, body: 'here' })
    const reply = await makeComment(site, { ...at(6), parent: here, body: 'reply' })
    await makeComment(site, { ...at(11), parent: here, body: 'second reply' })
    const nested = await makeComment(site, { ...at(8), parent: reply, body: 'nested' })
    await makeComment(site, { ...at(8), parent: nested, body: 'too deep' })
    await makeComment(site, { ...at(10), parent: later, body: 'cousin' })
    expect(await readThread(here.id)).toEqual({
      entries: ['top', ' parent', '  earlier sibling', '  here *', '   reply', '    nested', '   second reply', '  later sibling'],
      total: 11,
      hiddenAncestors: 0,
    })
  })

  it('shows no reply under another article that waits for a parent of the same id', async () => {
    const other = await makeArticle(site, {})
    await makeComment(site, { article: other, parentExternalId: 'not here' })
    const comment = await makeComment(site, { article, parentExternalId: 'not here' })
    const beside = await makeComment(site, { article, parentExternalId: 'not here' })
    const { thread } = await getCommentContext(ctx, comment.id)
    expect(thread.entries.map((entry) => entry.id)).toEqual([comment.id, beside.id])
  })

  it('shows the five siblings before and after, at the top level and under a parent that has not arrived', async () => {
    for (const place of [{}, { parentExternalId: 'not here' }]) {
      const made = []
      for (let minute = 0; minute < 13; minute++) {
        made.push(await makeComment(site, { article, ...place, postedAt: minutesAgo(50 - minute), body: String(minute) }))
      }
      expect((await readThread(made[6]?.id ?? '')).entries).toEqual(['1', '2', '3', '4', '5', '6 *', '7', '8', '9', '10', '11'])
      expect((await readThread(made[0]?.id ?? '')).entries).toEqual(['0 *', '1', '2', '3', '4', '5'])
    }
  })

  it('shows the twenty nearest of a thousand ancestors and counts the rest', async () => {
    await getDb().query(
      `WITH chain AS MATERIALIZED (SELECT n, gen_random_uuid() AS id FROM generate_series(0, 1000) n)
       INSERT INTO comment (site_id, id, article_id, external_id, parent_id, parent_external_id, depth, body, status, received_at, ordered_at)
       SELECT $1, c.id, $2, 'deep-' || c.n, p.id, 'deep-' || p.n, c.n, c.n::text, 'published', now(), now()
       FROM chain c LEFT JOIN chain p ON p.n = c.n - 1`,
      [site.id, article.id],
    )
    const idAt = async (depth: number) =>
      (await getDb().query<{ id: string }>('SELECT id FROM comment WHERE site_id = $1 AND depth = $2', [site.id, depth]))[0]?.id ?? ''
    const deepest = await readThread(await idAt(1000))
    expect(deepest).toMatchObject({ total: 1001, hiddenAncestors: 980 })
    expect(deepest.entries).toEqual(Array.from({ length: 21 }, (_, step) => `${' '.repeat(step)}${980 + step}${step === 20 ? ' *' : ''}`))
    expect(await readThread(await idAt(20))).toMatchObject({ hiddenAncestors: 0, entries: expect.arrayContaining(['0']) as string[] })
    expect(await readThread(await idAt(21))).toMatchObject({ hiddenAncestors: 1 })
  })

  it('limits the replies, the direct ones first', async () => {
    const here = await makeComment(site, { article, postedAt: minutesAgo(90), body: 'here' })
    const first = await makeComment(site, { parent: here, postedAt: minutesAgo(80), body: 'r0' })
    for (let n = 1; n < 18; n++) await makeComment(site, { parent: here, postedAt: minutesAgo(80 - n), body: `r${n}` })
    for (let n = 0; n < 5; n++) await makeComment(site, { parent: first, postedAt: minutesAgo(50 - n), body: `n${n}` })
    const { entries } = await readThread(here.id)
    expect(entries.slice(0, 5)).toEqual(['here *', ' r0', '  n0', '  n1', ' r1'])
    expect(entries).toHaveLength(21)
  })

  it('keeps the place of a parent that was deleted at its source, without its words', async () => {
    const parent = await makeComment(site, { article, status: 'removed', body: 'regretted', postedAt: minutesAgo(9) })
    const reply = await makeComment(site, { parent, body: 'reply', marks: { uncivil: 'insult' }, commenter: null, postedAt: null })
    const { thread, row } = await getCommentContext(ctx, reply.id)
    expect(row.parent).toEqual({ id: parent.id, excerpt: '', commenterName: 'Ada Reader' })
    expect(
      thread.entries.map(({ body, state, commenterName, postedAt }) => [body, state.status, state.marks.uncivil, commenterName, postedAt]),
    ).toEqual([
      ['', 'removed', null, 'Ada Reader', minutesAgo(9).toISOString()],
      ['reply', 'published', 'insult', null, null],
    ])
  })
})

describe('what else is known of a comment', () => {
  it('names the article and what the commenter came to', async () => {
    const old = { article, commenter: 'Kim', receivedAt: minutesAgo(40 * DAY) }
    const first = await makeComment(site, { ...old, status: 'approved' })
    await makeComment(site, { ...old, status: 'rejected', marks: { offTopic: true, uncivil: 'threat' }, receivedAt: minutesAgo(8 * DAY) })
    await makeComment(site, { ...old, status: 'published', marks: { uncivil: 'insult' }, receivedAt: minutesAgo(6 * DAY) })
    await makeComment(site, { ...old, commenter: 'Lee' })
    const context = await getCommentContext(ctx, first.id)
    expect(context.commenter).toEqual({
      id: first.commenterId,
      name: 'Kim',
      since: minutesAgo(40 * DAY).toISOString(),
      comments: 3,
      approved: 1,
      rejected: 1,
      offTopic: 1,
      uncivil: 2,
      lastWeek: 1,
      hold: null,
    })
    expect(context.article).toEqual({
      id: article.id,
      title: 'Riverside road',
      standfirst: null,
      body: 'No cars.',
      section: 'Local',
      author: 'A. Writer',
      publishedAt: null,
      url: 'https://example.org/r',
      help: null,
    })
    expect(context.row).toMatchObject({ id: first.id, allowed: ['approve', 'reject', 'mark_off_topic', 'mark_uncivil'] })
  })

  it('says nothing of an unknown author', async () => {
    const comment = await makeComment(site, { commenter: null, postedAt: null, parentExternalId: 'gone' })
    const context = await getCommentContext(ctx, comment.id)
    expect(context).toMatchObject({ commenter: null, row: { commenter: null, parent: { isUnknown: true }, postedAt: null } })
    expect(context).toMatchObject({ lastDecided: [], history: [], revisions: [], scores: [], reports: [] })
  })

  it('tells the history, the latest first, and what was taken back', async () => {
    const comment = await makeComment(site, { article })
    const rejected = await decideComment(ctx, comment.id, { version: 1, act: { kind: 'reject', reason: 'spam' }, note: 'an advert' })
    const undone = await undoDecision(ctx, rejected.decisionId)
    const published = { status: 'published', marks: { offTopic: false, uncivil: null }, openReports: 0, isReviewed: false }
    const entry = { by: 'Mo', actorKind: 'user', at: NOW.toISOString(), mark: null, markKind: null }
    expect((await getCommentContext(ctx, comment.id)).history).toMatchObject([
      { ...entry, id: undone.decisionId, kind: 'undo', undoesId: rejected.decisionId, isUndone: false, after: published },
      {
        ...entry,
        id: rejected.decisionId,
        kind: 'reject',
        reason: 'spam',
        note: 'an advert',
        undoesId: null,
        isUndone: true,
        before: published,
      },
    ])
  })

  it('has older texts, scores with their reasons, and reports', async () => {
    const comment = await makeComment(site, { article, openReports: 1, receivedAt: minutesAgo(3) })
    const db = getDb()
    const values = [site.id, comment.id, minutesAgo(1)]
    await db.query(
      `INSERT INTO comment_revision (site_id, comment_id, number, body, source_revision, replaced_at)
       VALUES ($1, $2, 1, 'first', 0, $3), ($1, $2, 2, 'second', 1, $3)`,
      values,
    )
    const insult = { scorer: 'words', attribute: 'uncivil.insult', value: 0.7, scorerVersion: '1' }
    const distance = { scorer: 'lexical', attribute: 'off_topic.article', value: 0.9, scorerVersion: '2', reason: null }
    const scores = [{ ...insult, reason: '{"spans": [{"start": 0, "end": 4, "weight": 0.5}]}' }, distance]
    await insertScores(
      db,
      site.id,
      scores.map((score) => ({ ...score, commentId: comment.id })),
      minutesAgo(1),
    )
    const context = await getCommentContext(ctx, comment.id)
    expect(context.revisions).toEqual([
      { number: 2, body: 'second', replacedAt: minutesAgo(1).toISOString() },
      { number: 1, body: 'first', replacedAt: minutesAgo(1).toISOString() },
    ])
    expect(context.scores).toEqual([
      { scorer: 'lexical', version: '2', attribute: 'off_topic.article', value: 0.9, reason: { spans: [], sentences: [] } },
      {
        scorer: 'words',
        version: '1',
        attribute: 'uncivil.insult',
        value: 0.7,
        reason: { spans: [{ start: 0, end: 4, weight: 0.5 }], sentences: [] },
      },
    ])
    expect(context.reports).toMatchObject([
      { reason: 'abuse', note: null, reporter: 'a reader', reportedAt: minutesAgo(3).toISOString(), isResolved: false },
    ])
    await db.query(`UPDATE comment SET status = 'removed', version = 2 WHERE id = $1`, [comment.id])
    expect(await getCommentContext(ctx, comment.id)).toMatchObject({ row: { body: '' }, revisions: [], scores: [] })
  })
})

describe('a context is refused', () => {
  it("of a comment that does not exist or is another site's", async () => {
    const foreign = await makeComment(await makeSite())
    for (const id of [foreign.id, '0199aaaa-0000-7000-8000-000000000000', 'x']) {
      await expect(getCommentContext(ctx, id)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('to a key that may only send comments', async () => {
    const comment = await makeComment(site)
    await expect(getCommentContext(site.asKey('ingest'), comment.id)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

it('asks for all of it on one connection, once it knows which comment is meant', async () => {
  const comment = await makeComment(site, { article })
  const real = getDb()
  const asked: string[] = []
  const db: Context['db'] = {
    ...real,
    query: (...statement) => (asked.push('statement'), real.query(...statement)),
    transaction: (work) => (asked.push('transaction'), real.transaction(work)),
  }
  expect((await getCommentContext({ ...ctx, db }, comment.id)).row.id).toBe(comment.id)
  expect(asked).toEqual(['statement', 'transaction'])
})
