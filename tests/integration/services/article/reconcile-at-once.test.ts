import fc from 'fast-check'
import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { addAppeal } from '@/lib/services/appeal/add'
import { answerAppeal } from '@/lib/services/appeal/answer'
import { listAppeals } from '@/lib/services/appeal/list'
import { actOnArticle } from '@/lib/services/article/act'
import { putArticle } from '@/lib/services/article/put'
import { reconcileArticles } from '@/lib/services/article/reconcile'
import { createContext } from '@/lib/services/create-context'
import { applyScores } from '@/lib/services/scoring/apply-scores'
import { makeArticle } from '@/tests/factories/article'
import { Clock, Day, refuse, step, type Step } from '@/tests/factories/day'
import { importText } from '@/tests/factories/import'
import { listKeptStandings, listKeptWork, recountStandings, recountWork } from '@/tests/factories/recounted-newsroom'
import { makeSite, type TestSite } from '@/tests/factories/site'

/** `HISTORIES=2500` for the longer check. */
const HISTORIES = Number(process.env['HISTORIES'] ?? 12)
/** How many things happen at once. */
const AT_ONCE = 3
const ARTICLES = ['a', 'b', 'c']
const articleOf = (id: number) => ARTICLES[id % ARTICLES.length] ?? ''

/** What happens beside what a source sends and people decide. */
const beside = fc.oneof(
  fc.record({ do: fc.constant('score' as const), id: fc.nat(7), heat: fc.nat(10), gap: fc.nat(10) }),
  fc.record({ do: fc.constant('import' as const), id: fc.nat(7), daysAgo: fc.nat(400) }),
  fc.record({ do: fc.constant('move' as const), id: fc.nat(2) }),
  fc.record({ do: fc.constant('steer' as const), id: fc.nat(2), act: fc.nat(2) }),
  fc.record({ do: fc.constant('appeal' as const), id: fc.nat(7) }),
  fc.record({ do: fc.constant('answer' as const), id: fc.nat(7), isGranted: fc.boolean() }),
)
const STEERING = [{ kind: 'hold_article' }, { kind: 'close_article' }, { kind: 'reopen_article' }] as const
type Beside = typeof beside extends fc.Arbitrary<infer Value> ? Value : never
const BESIDE = ['score', 'import', 'move', 'steer', 'appeal', 'answer']
const isBeside = (one: Step | Beside): one is Beside => BESIDE.includes(one.do)
const happening = fc.oneof({ weight: 6, arbitrary: step }, { weight: 3, arbitrary: beside })

async function happen(site: TestSite, admin: Awaited<ReturnType<TestSite['as']>>, one: Beside): Promise<void> {
  const article = articleOf(one.id)
  switch (one.do) {
    case 'move':
      return void (await putArticle(admin, article, { title: article, section: `Section ${one.id}` }))
    case 'import': {
      const at = new Date(admin.now().getTime() - one.daysAgo * 86_400_000).toISOString()
      // One that may be here, and one that is not.
      const rows = [`c${one.id},${article},What was said long ago,${at},Bo`, `old${one.id},${article},You idiot,${at},Bo`]
      return void (await importText(admin, 'old.csv', ['id,article_id,text,date,author', ...rows].join('\n')))
    }
    case 'steer': {
      const [row] = await getDb().query<{ id: string; version: number }>(
        'SELECT id, version FROM article WHERE site_id = $1 AND external_id = $2',
        [site.id, article],
      )
      const act = STEERING[one.act]
      return row && act && void (await actOnArticle(admin, row.id, { version: row.version, act }))
    }
    case 'appeal':
      return void (await addAppeal(site.asKey('ingest'), `c${one.id}`, { statement: 'I was quoting somebody' }))
    case 'answer': {
      const { appeals } = await listAppeals(admin, {})
      const open = appeals[one.id % Math.max(1, appeals.length)]
      const outcome = one.isGranted ? 'granted' : 'upheld'
      return open && void (await answerAppeal(admin, open.id, { version: open.row.version, outcome }))
    }
    case 'score': {
      const rows = await getDb().query<{ id: string; revision: number }>(
        'SELECT id, revision FROM comment WHERE site_id = $1 AND external_id = $2',
        [site.id, `c${one.id}`],
      )
      const scores = [
        { attribute: 'uncivil.insult', value: one.heat / 10, reason: null },
        { attribute: 'off_topic.article', value: one.gap / 10, reason: null },
      ]
      const late = rows.map(({ id, revision }) => ({ commentId: id, revision, results: [{ scorer: 'slow', version: '1', scores }] }))
      return void (await applyScores(getDb(), site.id, late, admin.now()))
    }
  }
}

it('figures equal a recount when several things happen at once, with old comments, later scores, appeals, and articles that move, close and open', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 30 }), async (happenings) => {
      const clock = new Clock()
      const site = await makeSite(clock.now)
      for (const externalId of ARTICLES) await makeArticle(site, { externalId, title: externalId, section: 'City' })
      const admin = await site.as('admin')
      const day = new Day(site, await site.as('moderator'), await site.as('moderator'), clock)
      const take = (one: (typeof happenings)[number]) => (isBeside(one) ? happen(site, admin, one) : day.take(one))
      for (let at = 0; at < happenings.length; at += AT_ONCE)
        await Promise.all(happenings.slice(at, at + AT_ONCE).map((one) => take(one).catch(refuse)))
      for await (const { title, differences } of reconcileArticles(createContext({ kind: 'system', name: 'reconcile', siteId: site.id })))
        expect(differences, title).toEqual([])
      expect(await listKeptStandings(site.id)).toEqual(await recountStandings(site.id))
      expect(await listKeptWork(site.id)).toEqual(await recountWork(site.id))
    }),
    { numRuns: HISTORIES, endOnFailure: true },
  )
})
