import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

it('a made reply hangs under its parent, in its article, with its reports and marks', async () => {
  const site = await makeSite()
  const article = await makeArticle(site, { title: 'Bridges' })
  const parent = await makeComment(site, { article })
  const reply = await makeComment(site, {
    parent,
    commenter: 'Bo',
    status: 'pending',
    suggestedUncivil: { score: 0.75, kind: 'insult' },
    openReports: 2,
    marks: { offTopic: true },
  })
  const [row] = await getDb().query(
    `SELECT c.article_id AS "articleId", c.parent_id AS "parentId", c.depth, c.status, c.suggested_uncivil AS score, c.open_reports AS reports, p.name,
       (SELECT count(*) FROM report r WHERE r.comment_id = c.id) AS stored, (SELECT array_agg(mark::text) FROM mark m WHERE m.comment_id = c.id) AS marks
     FROM comment c JOIN commenter p ON p.id = c.commenter_id WHERE c.id = $1`,
    [reply.id],
  )
  expect(row).toEqual({
    articleId: article.id,
    parentId: parent.id,
    depth: 1,
    status: 'pending',
    score: 0.75,
    reports: 2,
    name: 'Bo',
    stored: 2,
    marks: ['off_topic'],
  })
})
