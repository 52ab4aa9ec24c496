import { expect, it } from 'vitest'
import { getArticlePage } from '@/lib/services/article/page'
import { listArticleThread } from '@/lib/services/article/thread'
import { decideComment } from '@/lib/services/comment/decide'
import { listDecisionLog } from '@/lib/services/decision/list'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

it('says of a text wherever it is quoted whether it may be harsh: marked uncivil, or suggested from .7 on', async () => {
  const site = await makeSite()
  const mo = await site.as('moderator', 'Mo')
  const article = await makeArticle(site)
  const held = { article, status: 'pending' } as const
  const comments = {
    marked: await makeComment(site, { ...held, marks: { uncivil: 'insult' } }),
    suggested: await makeComment(site, { ...held, suggestedUncivil: { score: 0.7, kind: 'insult' } }),
    less: await makeComment(site, { ...held, suggestedUncivil: { score: 0.69, kind: 'insult' } }),
    none: await makeComment(site, held),
  }
  for (const { id } of Object.values(comments)) await decideComment(mo, id, { version: 1, act: { kind: 'mark', mark: 'off_topic' } })
  const nameOf = (id: string | undefined) => Object.entries(comments).find(([, comment]) => comment.id === id)?.[0]
  const expected = [
    ['less', false],
    ['marked', true],
    ['none', false],
    ['suggested', true],
  ]
  const { latest } = (await getArticlePage(mo, article.id)).decided
  expect(latest.map(({ commentId, isHarsh }) => [nameOf(commentId), isHarsh]).sort()).toEqual(expected)
  const { decisions } = await listDecisionLog(mo, {})
  expect(decisions.map(({ comment }) => [nameOf(comment?.id), comment?.isHarsh]).sort()).toEqual(expected)
  const { entries } = await listArticleThread(mo, article.id)
  expect(entries.map(({ id, isHarsh }) => [nameOf(id), isHarsh]).sort()).toEqual(expected)
})
