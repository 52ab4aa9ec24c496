import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { seedDemo } from '@/prisma/seed'
import { getDb } from '@/lib/db/connection'
import { insertScores } from '@/lib/db/score'
import { foldArticleStats } from '@/lib/db/stat-fold'
import { WAIT_STEPS_MS } from '@/lib/domain/waits'
import { readDriftMap } from '@/lib/services/article/drift'
import { getArticlePage } from '@/lib/services/article/page'
import { reconcileArticle, reconcileArticles, repairArticle } from '@/lib/services/article/reconcile'
import type { Context } from '@/lib/services/context'
import { createContext } from '@/lib/services/create-context'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { Day, refuse, step } from '@/tests/factories/day'
import { makeDiscussion } from '@/tests/factories/discussion'
import { importText } from '@/tests/factories/import'
import { readOff, recountPage } from '@/tests/factories/recounted-page'
import { makeSite } from '@/tests/factories/site'

/** A real page that lies beside a checkout of ours, and in nobody else's. */
const SAMPLE = path.resolve('../shared/seed/article.txt')

const asSystem = (site: { id: string }) => createContext({ kind: 'system', name: 'reconcile', siteId: site.id })

/** The page of every article of the site, and its map, as they are and as the rows say. */
async function comparePages(site: { id: string }, as: Context): Promise<number> {
  const articles = await getDb().query<{ id: string; title: string }>('SELECT id, title FROM article WHERE site_id = $1', [site.id])
  for (const { id, title } of articles) {
    const [page, map] = await Promise.all([getArticlePage(as, id), readDriftMap(as, id)])
    expect(readOff(page, map.nodes), title).toEqual(await recountPage(site.id, id))
  }
  return articles.length
}

async function differencesOf(site: { id: string }): Promise<Record<string, unknown>> {
  const wrong: Record<string, unknown> = {}
  for await (const { title, differences } of reconcileArticles(asSystem(site))) if (differences.length > 0) wrong[title] = differences
  return wrong
}

describe('figures that are kept', () => {
  it('equal a recount from the rows, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const site = await makeSite()
        await makeArticle(site, { externalId: 'a', title: 'A' })
        await makeArticle(site, { externalId: 'b', title: 'B' })
        const day = new Day(site, await site.as('moderator'))
        for (const one of steps) await day.take(one).catch(refuse)
        expect(await differencesOf(site)).toEqual({})
        await comparePages(site, await site.as('editor'))
      }),
      { numRuns: 25 },
    )
  }, 180_000)

  it('equal it for a discussion that was written past the services', async () => {
    const site = await makeSite()
    await makeDiscussion(site)
    expect(await differencesOf(site)).toEqual({})
    expect(await comparePages(site, await site.as('editor'))).toBe(1)
  })

  it('equal it for the demo, which is lived through by the services', async () => {
    await seedDemo(new Date('2026-03-20T10:00:00Z'))
    const [site] = await getDb().query<{ id: string }>(`SELECT site_id AS id FROM comment GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`)
    const compared: string[] = []
    for await (const { title, differences } of reconcileArticles(asSystem(site ?? { id: '' }))) {
      compared.push(title)
      expect(differences, title).toEqual([])
    }
    expect(compared).toHaveLength(3)
    const editor = { kind: 'user', id: uuidv7(), name: 'Ines', role: 'editor', siteId: site?.id ?? '', sessionId: uuidv7() } as const
    expect(await comparePages(site ?? { id: '' }, createContext(editor))).toBe(3)
  })

  it.skipIf(!existsSync(SAMPLE))('equal it for a saved page that comes in', async () => {
    const site = await makeSite()
    await importText(await site.as('admin'), 'article.txt', readFileSync(SAMPLE))
    expect(await differencesOf(site)).toEqual({})
    expect(await comparePages(site, await site.as('editor'))).toBe(1)
  })

  it('follow scores, marks and decisions that come later, by whatever way', async () => {
    const site = await makeSite()
    const comment = await makeComment(site)
    const score = { commentId: comment.id, scorer: 'slow', scorerVersion: '1', reason: null }
    const read = async () => (await getArticlePage(await site.as('editor'), comment.articleId)).figures
    await insertScores(getDb(), site.id, [{ ...score, attribute: 'uncivil.insult', value: 0.4 }], new Date())
    await insertScores(getDb(), site.id, [{ ...score, attribute: 'off_topic.article', value: 0.7 }], new Date())
    expect(await read()).toMatchObject({ meanIncivility: 0.4, meanOffTopic: 0.7 })
    await insertScores(getDb(), site.id, [{ ...score, attribute: 'uncivil.insult', value: 0.1 }], new Date())
    await getDb().query(`UPDATE comment_scores SET scores = scores - 'slow off_topic.article' WHERE comment_id = $1`, [comment.id])
    expect(await read()).toMatchObject({ meanIncivility: 0.1, meanOffTopic: null })
    expect(await differencesOf(site)).toEqual({})
  })

  it('lose what is deleted', async () => {
    const site = await makeSite()
    const { id, articleId } = await makeComment(site)
    await makeComment(site, { article: { id: articleId }, commenter: 'Ben' })
    await getDb().query('DELETE FROM comment WHERE id = $1', [id])
    expect((await getArticlePage(await site.as('editor'), articleId)).figures).toMatchObject({ comments: 1, voices: 1 })
    expect(await differencesOf(site)).toEqual({})
  })
})

describe('a recount', () => {
  it('says what is wrong, on the page too, repairs nothing by itself, and counts anew when it is asked to', async () => {
    const site = await makeSite()
    const article = await makeDiscussion(site)
    const read = async () => (await getArticlePage(await site.as('editor'), article.id)).verified
    expect(await reconcileArticle(asSystem(site), article.id)).toEqual([])
    expect(await read()).toMatchObject({ isRight: true })
    await foldArticleStats(getDb(), true)
    await getDb().query(`UPDATE article_stat SET uncivil = uncivil + 2 WHERE article_id = $1 AND grain = 't'`, [article.id])
    const wrong = [{ figure: 'uncivil', kept: 5, counted: 3 }]
    expect(await reconcileArticle(asSystem(site), article.id)).toEqual(wrong)
    expect(await reconcileArticle(asSystem(site), article.id)).toEqual(wrong)
    expect(await read()).toMatchObject({ isRight: false })
    await getDb().query(`UPDATE article_wait SET comments = comments + 1 WHERE article_id = $1 AND day > '-infinity'`, [article.id])
    const [, waits] = await reconcileArticle(asSystem(site), article.id)
    expect(waits).toMatchObject({ figure: 'waits by day that differ', counted: 0 })
    expect(await repairArticle(asSystem(site), article.id)).toEqual([])
    expect(await read()).toMatchObject({ isRight: true })
  })

  it('is for those who may change settings', async () => {
    const site = await makeSite()
    await expect(reconcileArticle(await site.as('editor'), uuidv7())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(repairArticle(await site.as('moderator'), uuidv7())).rejects.toMatchObject({ code: 'forbidden' })
  })
})

it('the database sorts waits into the steps that the domain names', async () => {
  const waits = WAIT_STEPS_MS.flatMap((ms) => [ms - 1, ms])
  const rows = await getDb().query<{ ms: number; bucket: number }>('SELECT ms, wait_bucket(ms) AS bucket FROM unnest($1::bigint[]) ms', [
    waits,
  ])
  for (const { ms, bucket } of rows) expect([ms, bucket]).toEqual([ms, WAIT_STEPS_MS.filter((edge) => edge <= ms).length])
})
