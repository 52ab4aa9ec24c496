import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { seedDemo } from '@/prisma/seed'
import { getDb } from '@/lib/db/connection'
import { insertScores } from '@/lib/db/score/score'
import { foldArticleStats } from '@/lib/db/stats/stat-fold'
import { WAIT_STEPS_MS } from '@/lib/domain/waits'
import { readDriftMap } from '@/lib/services/article/drift'
import { getArticlePage } from '@/lib/services/article/page'
import { reconcileArticle, reconcileArticles, repairArticle } from '@/lib/services/article/reconcile'
import { readStandingWords } from '@/lib/services/article/words'
import type { Context } from '@/lib/services/context'
import { createContext } from '@/lib/services/create-context'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { Clock, Day, refuse, step, type Step } from '@/tests/factories/day'
import { makeDiscussion } from '@/tests/factories/discussion'
import { importText } from '@/tests/factories/import'
import { readBeside, recountBeside } from '@/tests/factories/recounted-beside'
import { listKeptStandings, listKeptWork, recountStandings, recountWork } from '@/tests/factories/recounted-newsroom'
import { readOff, recountPage } from '@/tests/factories/recounted-page'
import { listSampleTexts } from '@/tests/factories/sample-texts'
import { makeSite } from '@/tests/factories/site'

/** A real page that lies beside a checkout of ours, and in nobody else's. */
const SAMPLE = path.resolve('../shared/seed/article.txt')

const asSystem = (site: { id: string }) => createContext({ kind: 'system', name: 'reconcile', siteId: site.id })

/** The page of every article of the site, its map and its words, as they are and as the rows say. @returns what stands beside each */
async function comparePages(site: { id: string }, as: Context) {
  const articles = await getDb().query<{ id: string; title: string }>('SELECT id, title FROM article WHERE site_id = $1 ORDER BY id', [
    site.id,
  ])
  const seen: ReturnType<typeof readBeside>[] = []
  for (const { id, title } of articles) {
    const [page, map, words] = await Promise.all([getArticlePage(as, id), readDriftMap(as, id), readStandingWords(as, id)])
    expect(readOff(page, map.nodes), title).toEqual(await recountPage(site.id, id))
    const beside = readBeside(page, words)
    expect(beside, title).toEqual(await recountBeside(site.id, id))
    seen.push(beside)
  }
  return seen
}

async function differencesOf(site: { id: string }): Promise<Record<string, unknown>> {
  const wrong: Record<string, unknown> = {}
  for await (const { title, differences } of reconcileArticles(asSystem(site))) if (differences.length > 0) wrong[title] = differences
  return wrong
}

const send = (id: number, text: number, under: number | null = null): Step => ({ do: 'send', id, text, under, hoursAgo: null })
/** Days that once went wrong: a text sent twice, a reply that is moved beneath closed replies, a complaint in the instant of a decision that is undone. */
const DAYS: [Step[]][] = [
  [[send(4, 4), send(1, 4)]],
  [[send(6, 0), send(0, 0), { do: 'close replies', at: 0 }, send(6, 0, 0), { do: 'remove', id: 0 }]],
  [[send(2, 1), { do: 'decide', at: 0, act: 1, isColleague: false }, { do: 'report', id: 2 }, { do: 'undo' }]],
]

describe('figures that are kept', () => {
  it('equal a recount from the rows, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const clock = new Clock()
        const site = await makeSite(clock.now)
        for (const externalId of ['a', 'b', 'c']) await makeArticle(site, { externalId, title: externalId, section: 'City' })
        const day = new Day(site, await site.as('moderator'), await site.as('moderator'), clock)
        for (const one of steps) await day.take(one).catch(refuse)
        expect(await differencesOf(site)).toEqual({})
        await comparePages(site, await site.as('editor'))
        expect(await listKeptStandings(site.id)).toEqual(await recountStandings(site.id))
        expect(await listKeptWork(site.id)).toEqual(await recountWork(site.id))
      }),
      { numRuns: 25, examples: DAYS },
    )
  })

  it('equal it for a discussion that was written past the services', async () => {
    const site = await makeSite()
    await makeDiscussion(site)
    expect(await differencesOf(site)).toEqual({})
    expect(await comparePages(site, await site.as('editor'))).toHaveLength(1)
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
    const apart = await comparePages(site ?? { id: '' }, createContext(editor))
    expect(apart.map(({ usual }) => usual)).toEqual([null, null, null])
    expect(apart.map(({ words, candidates }) => [words.words.length, candidates.length])).toEqual([
      [0, 8],
      [3, 8],
      [12, 8],
    ])
    // The demo has a section for each of its articles: in one, there is something usual to compare them with.
    await getDb().query(`UPDATE article SET section = 'News' WHERE site_id = $1`, [site?.id])
    const together = await comparePages(site ?? { id: '' }, createContext(editor))
    expect(together.map(({ usual }) => usual)).toMatchObject(Array(3).fill({ section: 'News', articles: 3 }))
  })

  it.skipIf(!existsSync(SAMPLE))('equal it for a saved page that comes in, alone and among others of its section', async () => {
    const site = await makeSite()
    await importText(await site.as('admin'), 'article.txt', readFileSync(SAMPLE))
    expect(await differencesOf(site)).toEqual({})
    const editor = await site.as('editor')
    const [alone] = await comparePages(site, editor)
    expect(alone).toMatchObject({ usual: null, words: { words: [], readHere: 38, readElsewhere: 0 } })
    await getDb().query(`UPDATE article SET section = 'City' WHERE site_id = $1`, [site.id])
    for (const title of ['Night tram', 'School phones']) {
      const article = await makeArticle(site, { title, section: 'City' })
      const texts = listSampleTexts().slice(title === 'Night tram' ? 0 : 50)
      for (const body of texts.slice(0, 50)) await makeComment(site, { article, body })
    }
    const later = { ...editor, now: () => new Date(Date.now() + 3_600_000) }
    const [among] = await comparePages(site, later)
    expect(among).toMatchObject({ usual: { section: 'City', articles: 3, comments: 50 }, words: { readHere: 38, readElsewhere: 100 } })
    expect(among?.words.words.slice(0, 4).map(({ word }) => word)).toEqual(['facial', 'police', 'recognition', 'tech'])
    expect(among?.candidates.length).toBeGreaterThan(0)
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

  it('hold waits in whole milliseconds, and so does a recount', async () => {
    const site = await makeSite()
    const article = await makeArticle(site)
    for (const n of [1, 2]) await makeComment(site, { article, externalId: String(n), receivedAt: new Date('2026-03-09T08:00:00Z') })
    await getDb().query(
      `INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_name, seen_version, revision, before, after, decided_at)
       SELECT site_id, gen_random_uuid(), id, article_id, 'approve', 'user', 'Mo', 1, 1, '{}', '{}', received_at + interval '60.0006 seconds' + external_id::int * interval '1 millisecond'
       FROM comment WHERE site_id = $1`,
      [site.id],
    )
    expect(await differencesOf(site)).toEqual({})
    expect((await getArticlePage(await site.as('editor'), article.id)).waits.medianSeconds).toBeCloseTo(60.0025, 9)
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
