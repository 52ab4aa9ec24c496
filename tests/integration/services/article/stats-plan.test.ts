import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { getArticleStats } from '@/lib/services/article/stats'
import { makeArticle } from '@/tests/factories/article'
import { DISCUSSION_NOW, makeManyComments } from '@/tests/factories/discussion'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite } from '@/tests/factories/site'

it('the figures of 5,000 comments among 45,000 are found by index, with statistics and without', async () => {
  const large = await makeSite(() => DISCUSSION_NOW)
  const article = await makeArticle(large)
  await makeManyComments(large, article, 5000)
  for (let index = 0; index < 4; index += 1) await makeManyComments(large, await makeArticle(large), 10_000)
  const ctx = await large.as('editor')
  const db = recordStatements(getDb())
  const { figures } = await getArticleStats({ ...ctx, db }, article.id)
  expect(figures).toMatchObject({ comments: 5000, voices: 50, offTopic: 500, decided: 500, medianWaitSeconds: 300 })
  expect(figures.topTenShare).toBeCloseTo(0.2, 10)

  const ofComments = db.statements.filter((statement) => statement.text.includes('FROM comment c'))
  expect(ofComments).toHaveLength(4)
  for (const when of ['without statistics', 'with statistics']) {
    if (when === 'with statistics') await getDb().query('ANALYZE')
    for (const statement of ofComments) {
      const reads = await explain(getDb(), statement, 'custom')
      expect(reads.sequential, when).not.toContain('comment')
      expect(reads.indexes, when).toContain('comment_article')
    }
  }
})
