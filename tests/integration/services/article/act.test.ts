import { describe, expect, it } from 'vitest'
import type { FeedQuery } from '@/lib/contracts/feed'
import { getDb } from '@/lib/db/connection'
import { actOnArticle } from '@/lib/services/article/act'
import { getArticlePage } from '@/lib/services/article/page'
import { ingestComments } from '@/lib/services/comment/ingest'
import { featureComment, unfeatureComment } from '@/lib/services/comment/feature'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { listDecisionLog } from '@/lib/services/decision/list'
import { undoDecision } from '@/lib/services/decision/undo'
import { readFeed } from '@/lib/services/feed/read'
import { listQueue } from '@/lib/services/queue/list'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

const FEED: FeedQuery = { after: 0, limit: 100, wait: 0 }
const readAll = async (site: TestSite) => (await readFeed(site.asKey('read'), FEED, new AbortController().signal)).items

describe('an act on a discussion', () => {
  it('changes it, is in the log and in the feed, and new comments are held by it', async () => {
    const site = await makeSite()
    const ines = await site.as('editor', 'Ines')
    const article = await makeArticle(site, { externalId: 'a' })
    const answer = await actOnArticle(ines, article.id, { version: 1, act: { kind: 'hold_article' }, note: 'Court case' })
    expect(answer).toMatchObject({ version: 2, standing: { state: 'held' } })
    expect(answer.allowed).toEqual(['close_article', 'reopen_article', 'slow_article', 'ask_help'])

    const { decisions } = await listDecisionLog(ines, {})
    expect(decisions).toMatchObject([{ kind: 'hold_article', by: 'Ines', note: 'Court case', comment: null, article: { id: article.id } }])
    expect(await readAll(site)).toMatchObject([
      {
        kind: 'hold_article',
        by: { name: 'Ines' },
        comment: null,
        article: { externalId: 'a', state: 'held', slowSeconds: null, version: 2 },
      },
    ])
    const [sent] = (await ingestComments(site.asKey('ingest'), [{ externalId: 'c', articleExternalId: 'a', body: 'May I?' }])).items
    expect(sent).toMatchObject({ status: 'pending', reasons: ['New comments on this article are held'] })
    const page = await getArticlePage(ines, article.id)
    expect(page.article).toMatchObject({ state: 'held', version: 2, allowed: answer.allowed })
    expect(page.acts).toMatchObject([{ kind: 'hold_article', by: 'Ines', isUndone: false, isUndoable: true }])
  })

  it('is taken back as one, once, by whoever took it or an admin', async () => {
    const site = await makeSite()
    const ines = await site.as('editor', 'Ines')
    const article = await makeArticle(site)
    const { decisionId } = await actOnArticle(ines, article.id, { version: 1, act: { kind: 'close_article' } })
    await expect(undoDecision(await site.as('moderator'), decisionId)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await undoDecision(ines, decisionId)).toMatchObject({ version: 3, standing: { state: 'open' } })
    await expect(undoDecision(ines, decisionId)).rejects.toMatchObject({ code: 'not_allowed' })
    const again = await actOnArticle(ines, article.id, { version: 3, act: { kind: 'hold_article' } })
    await actOnArticle(await site.as('admin', 'Ada'), article.id, { version: 4, act: { kind: 'close_article' } })
    await expect(undoDecision(ines, again.decisionId)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Ada closed this discussion in the meantime.',
    })
  })

  it('is refused to keys, in a stale version with who was first, of an article that is not there, and when it changes nothing', async () => {
    const site = await makeSite()
    const ines = await site.as('editor', 'Ines')
    const article = await makeArticle(site)
    const hold = { version: 1, act: { kind: 'hold_article' } } as const
    await expect(actOnArticle(site.asKey('read', 'ingest'), article.id, hold)).rejects.toMatchObject({ code: 'forbidden' })
    const other = await makeArticle(await makeSite())
    await expect(actOnArticle(ines, other.id, hold)).rejects.toMatchObject({ code: 'not_found' })
    await actOnArticle(ines, article.id, hold)
    await expect(
      actOnArticle(await site.as('moderator'), article.id, { version: 1, act: { kind: 'close_article' } }),
    ).rejects.toMatchObject({
      code: 'conflict',
      detail: { conflict: { by: 'Ines', kind: 'hold_article', version: 2 } },
    })
    await expect(actOnArticle(ines, article.id, { ...hold, version: 2 })).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(actOnArticle(ines, article.id, { version: 9, act: { kind: 'close_article' } })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    const [{ count } = { count: -1 }] = await getDb().query<{ count: number }>('SELECT count(*) FROM decision WHERE site_id = $1', [
      site.id,
    ])
    expect(count).toBe(1)
  })

  it('is told apart from decisions on comments, as is taking it back', async () => {
    const site = await makeSite()
    const mo = await site.as('moderator', 'Mo')
    const article = await makeArticle(site)
    const comment = await makeComment(site, { article, commenter: 'Ada', body: 'The tram is late.', status: 'pending' })
    const held = await actOnArticle(mo, article.id, { version: 1, act: { kind: 'hold_article' } })
    await undoDecision(mo, held.decisionId)
    const only = await getArticlePage(mo, article.id)
    expect(only.decided).toEqual({ rows: [], latest: [] })
    expect(only.acts.map(({ kind, isUndone }) => [kind, isUndone])).toEqual([
      ['undo', false],
      ['hold_article', true],
    ])

    const { decisionId } = await decideComment(mo, comment.id, {
      version: 1,
      act: { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' },
    })
    await undoDecision(mo, decisionId)
    const { decided, acts } = await getArticlePage(mo, article.id)
    expect(decided.rows.map(({ kind, by, count }) => [kind, by, count])).toEqual([
      ['mark', 'user', 1],
      ['undo', 'user', 1],
    ])
    const said = { commentId: comment.id, commenterName: 'Ada', excerpt: 'The tram is late.', by: 'Mo' }
    expect(decided.latest).toMatchObject([
      { ...said, kind: 'undo' },
      { ...said, kind: 'mark', mark: 'uncivil', markKind: 'insult' },
    ])
    expect(acts).toHaveLength(2)
  })

  it('slows a discussion: the next comment of the same person waits when it comes too soon', async () => {
    const site = await makeSite()
    const article = await makeArticle(site, { externalId: 'a' })
    await actOnArticle(await site.as('moderator'), article.id, { version: 1, act: { kind: 'slow_article', seconds: 60 } })
    const send = (externalId: string, who: string, at: string) => {
      const comment = {
        externalId,
        articleExternalId: 'a',
        body: 'The tram runs late on Sundays',
        author: { externalId: who },
        postedAt: `2026-03-09T${at}Z`,
      }
      return comment
    }
    const key = site.asKey('ingest')
    const first = await ingestComments(key, [send('1', 'ada', '10:00:00'), send('2', 'ben', '10:00:05'), send('3', 'ada', '10:00:30')])
    expect(first.items.map((item) => 'status' in item && item.status)).toEqual(['published', 'published', 'pending'])
    const later = await ingestComments(key, [send('4', 'ada', '10:01:00'), send('5', 'ben', '10:01:05')])
    expect(later.items.map((item) => 'status' in item && item.status)).toEqual(['pending', 'published'])
    expect(later.items[0]).toMatchObject({ reasons: ["Less than 60 seconds after this person's last comment here"] })
  })

  it('asks for help: what waits there is in every moderator’s own queue until it ends', async () => {
    const site = await makeSite()
    const ines = await site.as('editor', 'Ines')
    const mo = await site.as('moderator')
    const article = await makeArticle(site)
    const waiting = await makeComment(site, { article, status: 'pending' })
    await makeComment(site, { article })
    await makeComment(site, { status: 'pending' })
    await actOnArticle(ines, article.id, { version: 1, act: { kind: 'ask_help', note: 'It boils over' } })
    expect((await listQueue(mo, { queue: 'mine' })).rows.map((row) => row.id)).toEqual([waiting.id])
    expect((await getArticlePage(mo, article.id)).article.help).toMatchObject({ by: 'Ines', note: 'It boils over' })
    expect((await getCommentContext(mo, waiting.id)).article.help).toMatchObject({ by: 'Ines', note: 'It boils over' })
    await actOnArticle(mo, article.id, { version: 2, act: { kind: 'end_help' } })
    expect((await getCommentContext(mo, waiting.id)).article.help).toBeNull()
    expect((await listQueue(mo, { queue: 'mine' })).rows).toEqual([])
  })
})

describe('featuring a comment', () => {
  it('lets it stand out, in the log and the feed, and is taken back', async () => {
    const site = await makeSite()
    const ines = await site.as('editor', 'Ines')
    const comment = await makeComment(site)
    const { decisionId, version } = await featureComment(ines, comment.id, { version: 1 })
    expect(version).toBe(2)
    expect((await getArticlePage(ines, comment.articleId)).featured).toMatchObject([{ id: comment.id, version: 2 }])
    expect(await readAll(site)).toMatchObject([{ kind: 'feature', comment: { externalId: comment.externalId, version: 2 }, article: null }])
    expect(await undoDecision(ines, decisionId)).toMatchObject({ version: 3, isFeatured: false })
    const page = await getArticlePage(ines, comment.articleId)
    expect([page.featured, page.figures.featured]).toEqual([[], 0])
    await featureComment(ines, comment.id, { version: 3 })
    expect(await unfeatureComment(ines, comment.id, { version: 4 })).toMatchObject({ isFeatured: false, version: 5 })
  })

  it('is taken back after what was decided since is, and not while that stands', async () => {
    const site = await makeSite()
    const mo = await site.as('moderator')
    const comment = await makeComment(site)
    const featured = await featureComment(mo, comment.id, { version: 1 })
    expect(featured).toMatchObject({ state: { status: 'published', isReviewed: false }, isFeatured: true })
    const { decisionId } = await decideComment(mo, comment.id, { version: 2, act: { kind: 'approve' } })
    await expect(undoDecision(mo, featured.decisionId)).rejects.toMatchObject({ code: 'conflict' })
    await undoDecision(mo, decisionId)
    expect(await undoDecision(mo, featured.decisionId)).toMatchObject({ version: 5, isFeatured: false })
    expect((await getCommentContext(mo, comment.id)).row).toMatchObject({ version: 5, isFeatured: false, state: { status: 'published' } })
  })

  it('counts no more when the comment is rejected', async () => {
    const site = await makeSite()
    const comment = await makeComment(site)
    await featureComment(await site.as('editor'), comment.id, { version: 1 })
    await decideComment(await site.as('moderator'), comment.id, { version: 2, act: { kind: 'reject', reason: 'spam' } })
    const page = await getArticlePage(await site.as('editor'), comment.articleId)
    expect([page.featured, page.figures.featured]).toEqual([[], 0])
  })

  it('is refused to keys, for what is not public, in a stale version, twice, and of what is not there', async () => {
    const site = await makeSite()
    const ines = await site.as('editor')
    const comment = await makeComment(site)
    const held = await makeComment(site, { status: 'pending' })
    await expect(featureComment(site.asKey('read'), comment.id, { version: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(featureComment(ines, held.id, { version: 1 })).rejects.toMatchObject({ code: 'not_allowed' })
    await featureComment(ines, comment.id, { version: 1 })
    await expect(featureComment(ines, comment.id, { version: 1 })).rejects.toMatchObject({ code: 'conflict' })
    await expect(featureComment(ines, comment.id, { version: 2 })).rejects.toMatchObject({ code: 'not_allowed' })
    const elsewhere = await makeComment(await makeSite())
    await expect(featureComment(ines, elsewhere.id, { version: 1 })).rejects.toMatchObject({ code: 'not_found' })
  })
})
