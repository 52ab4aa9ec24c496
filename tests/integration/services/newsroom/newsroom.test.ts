import { describe, expect, it } from 'vitest'
import { getArticles } from '@/lib/http/desk/get-articles'
import { getSeries } from '@/lib/http/desk/article-series'
import { getComparison, getOverview, getWorkload } from '@/lib/http/desk/newsroom'
import { compareDiscussions } from '@/lib/services/article/compare'
import { createApiKey } from '@/lib/services/api-key/create'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { readOverview } from '@/lib/services/newsroom/overview'
import { readWorkload } from '@/lib/services/newsroom/workload'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { DISCUSSION_NOW, makeDiscussion } from '@/tests/factories/discussion'
import { makeSite } from '@/tests/factories/site'

async function makeNewsroom() {
  const site = await makeSite(() => DISCUSSION_NOW)
  const city = await makeDiscussion(site)
  const sports = await makeArticle(site, { section: 'Sports', title: '=1+1 wins' })
  for (const day of ['2026-03-02', '2026-03-09', '2026-03-10'])
    await makeComment(site, { article: sports, commenter: 'Ada', receivedAt: new Date(`${day}T10:00:00Z`) })
  return { site, city, sports, ines: await site.as('editor') }
}

describe('comparing', () => {
  it('puts articles, sections and weeks beside each other', async () => {
    const { city, sports, ines } = await makeNewsroom()
    const articles = await compareDiscussions(ines, { of: 'articles', id: [city.id, sports.id] })
    expect(articles.groups.map(({ title, voices, figures }) => [title, voices, figures.comments, figures.decided])).toEqual([
      ['Tram to stop at midnight', 6, 14, 7],
      ['=1+1 wins', 1, 3, 0],
    ])
    // Seven waits of 2–60 min; the median is 30, read off steps of 9 %.
    const median = articles.groups[0]?.figures.medianWaitSeconds ?? 0
    expect(Math.abs(median / 1800 - 1)).toBeLessThan(0.0451)
    const sections = await compareDiscussions(ines, { of: 'sections', section: ['City', 'Sports'], from: '2026-03-09', to: '2026-03-10' })
    expect(sections.groups.map(({ key, figures, days }) => [key, figures.comments, days.length])).toEqual([
      ['City', 14, 1],
      ['Sports', 2, 2],
    ])
    const weeks = await compareDiscussions(ines, { of: 'weeks', week: ['2026-03-02', '2026-03-09'], section: 'Sports' })
    expect(weeks.groups.map(({ key, figures }) => [key, figures.comments, figures.articles])).toEqual([
      ['2026-03-02', 1, 1],
      ['2026-03-09', 2, 1],
    ])
  })

  it('refuses what cannot be compared', async () => {
    const { city, ines, site } = await makeNewsroom()
    const other = await makeArticle(await makeSite())
    await expect(compareDiscussions(ines, { of: 'articles', id: [city.id] })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(compareDiscussions(ines, { of: 'articles', id: [city.id, other.id] })).rejects.toMatchObject({ code: 'not_found' })
    await expect(compareDiscussions(ines, { of: 'weeks', week: ['2026-03-03', '2026-03-09'] })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(compareDiscussions(site.asKey('ingest'), {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})

it('the overview adds up by section and by day', async () => {
  const { ines, site } = await makeNewsroom()
  const overview = await readOverview(ines, { from: '2026-03-08', to: '2026-03-10' })
  expect(overview.whole).toMatchObject({ comments: 16, articles: 2, decided: 7, rejected: 2 })
  expect(overview.sections.map(({ section, figures, trend }) => [section, figures.comments, figures.articles, trend])).toEqual([
    ['City', 14, 1, [0, 14, 0]],
    ['Sports', 2, 1, [0, 1, 1]],
  ])
  expect(overview.days.map(({ day, figures }) => [day, figures.comments, figures.articles])).toEqual([
    ['2026-03-08', 0, 0],
    ['2026-03-09', 15, 2],
    ['2026-03-10', 1, 1],
  ])
  // Each comment once: two are rejected (one of them uncivil), two uncivil (one of them off-topic), one off-topic, four wait.
  const outcomes = { rejected: 2, uncivil: 2, offTopic: 1, waiting: 4, clean: 6 }
  expect(overview.days[1]?.outcomes).toEqual({ at: '2026-03-09T00:00:00.000Z', ...outcomes })
  // Nobody has looked at anything in Sports.
  expect(overview.sections.map(({ figures }) => figures.offTopicShare)).toEqual([2 / 14, null])
  await expect(readOverview(ines, { from: '2026-03-10', to: '2026-03-08' })).rejects.toMatchObject({ code: 'invalid_input' })
  await expect(readOverview(site.asKey('ingest'), { from: '2026-03-08', to: '2026-03-10' })).rejects.toMatchObject({ code: 'forbidden' })
})

it('the overview names the busiest articles of its days, and what was before them', async () => {
  const { city, sports, ines } = await makeNewsroom()
  const { busiest, before, judged } = await readOverview(ines, { from: '2026-03-08', to: '2026-03-10' })
  expect(
    busiest.map(({ id, title, section, figures }) => [id, title, section, figures.comments, figures.decided, figures.offTopicShare]),
  ).toEqual([
    [city.id, 'Tram to stop at midnight', 'City', 14, 7, 2 / 14],
    // Its comment of the second of March is none of these days, and nobody has looked at the others.
    [sports.id, '=1+1 wins', 'Sports', 2, 0, null],
  ])
  expect(busiest.map(({ figures }) => figures.medianWaitSeconds === null)).toEqual([false, true])
  expect([before.comments, judged > 0 && judged < 14]).toEqual([0, true])
  const later = await readOverview(ines, { from: '2026-03-10', to: '2026-03-11' })
  expect([later.before.comments, later.before.articles, later.busiest.map(({ figures }) => figures.comments)]).toEqual([15, 2, [1]])
  expect(await readOverview(ines, { from: '2026-03-20', to: '2026-03-20' })).toMatchObject({ busiest: [], judged: 0 })
})

it('the workload is for leads, and says how often a colleague came to another result', async () => {
  const site = await makeSite()
  const [mo, teo, ada] = [await site.as('moderator', 'Mo'), await site.as('moderator', 'Teo'), await site.as('admin', 'Ada')]
  const decide = async (who: typeof mo, id: string, version: number, kind: 'approve' | 'reject') =>
    decideComment(who, id, { version, act: kind === 'approve' ? { kind } : { kind, reason: 'spam' } })
  const comments = [await makeComment(site), await makeComment(site), await makeComment(site)]
  const ids = comments.map(({ id }) => id)
  for (const id of ids) await decide(mo, id, 1, 'approve')
  await decide(teo, ids[0] ?? '', 2, 'reject')
  const late = await decide(teo, ids[1] ?? '', 2, 'reject')
  await undoDecision(teo, late.decisionId)
  const today = new Date().toISOString().slice(0, 10)
  const { people } = await readWorkload(ada, { from: today, to: today })
  expect(
    people.map(({ name, decisions, approved, rejected, undone, seenAgain, overturned, agreement }) => [
      name,
      decisions,
      approved,
      rejected,
      undone,
      seenAgain,
      overturned,
      agreement,
    ]),
  ).toEqual([
    ['Mo', 3, 3, 0, 0, 2, 2, 0],
    ['Teo', 2, 0, 2, 1, 0, 0, null],
  ])
  await expect(readWorkload(mo, { from: today, to: today })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(readWorkload(await site.as('editor'), { from: today, to: today })).rejects.toMatchObject({ code: 'forbidden' })
})

it('tables and series come as files that no spreadsheet runs', async () => {
  const { site, city } = await makeNewsroom()
  const { key } = await createApiKey(await site.as('admin'), { name: 'reader', scopes: ['read'] })
  const ask = (path: string) => new Request(`http://localhost/api/v1/desk/articles${path}`, { headers: { authorization: `Bearer ${key}` } })
  const csv = await getArticles(ask('?format=csv&sort=comments'))
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="articles.csv"')
  const lines = (await csv.text()).trim().split('\r\n')
  expect(lines[0]).toContain('title,section,author,state,published,comments')
  expect(lines[1]).toMatch(/^Tram to stop at midnight,City,Ines Brandt,open,,14,6,4,2,/)
  expect(lines[2]).toMatch(/^'=1\+1 wins,Sports,,open,,3,1,0,0,/)
  // As on the page: nobody has looked at a comment of the second, so there is no share of marks.
  const shareAt = lines[0]?.split(',').indexOf('off-topic share') ?? -1
  expect(lines.slice(1, 3).map((line) => line.split(',').slice(shareAt, shareAt + 2))).toEqual([expect.not.arrayContaining(['']), ['', '']])
  const volume = (await (await getSeries(ask(`/${city.id}/export?series=volume&format=json`))).text()).trim().split('\n')
  expect(JSON.parse(volume[0] ?? '')).toMatchObject({ rejected: 1, uncivil: 1, clean: 2 })
  for (const series of ['distributions', 'sizes', 'drift', 'hours', 'waits', 'voices', 'words', 'featuring', 'decisions', 'acts'])
    expect((await getSeries(ask(`/${city.id}/export?series=${series}&format=csv`))).status, series).toBe(200)
  const steps = (await (await getSeries(ask(`/${city.id}/export?series=distributions&format=csv`))).text()).trim().split('\r\n')
  expect([steps[0], steps[1], steps[11], steps.length]).toEqual(['from,to,incivility,offTopic', '0,0.1,14,0', ',,0,14', 12])
  const sizes = (await (await getSeries(ask(`/${city.id}/export?series=sizes&format=json`))).text()).trim().split('\n')
  expect(sizes.map((line) => (JSON.parse(line) as { comments: number; voices: number }).comments)).toEqual([1, 2, 3, 4])
  expect((await getSeries(ask(`/${city.id}/export?series=secrets&format=csv`))).status).toBe(422)
  const of = (path: string, query: string) =>
    new Request(`http://localhost/api/v1/desk/${path}?from=2026-03-09&to=2026-03-10&${query}`, {
      headers: { authorization: `Bearer ${key}` },
    })
  const days = (await (await getOverview(of('overview', 'table=days&format=csv'))).text()).trim().split('\r\n')
  expect(days.map((line) => line.split(',').slice(0, 3).join())).toEqual(['day,articles,comments', '2026-03-09,2,15', '2026-03-10,1,1'])
  const busiest = (await (await getOverview(of('overview', 'table=articles&format=csv'))).text()).trim().split('\r\n')
  expect(busiest.map((line) => line.split(',').slice(0, 3).join())).toEqual([
    'title,section,comments',
    'Tram to stop at midnight,City,14',
    "'=1+1 wins,Sports,2",
  ])
  expect((await getWorkload(of('workload', 'format=csv'))).status).toBe(403)
  const compared = await getComparison(ask('?of=sections&section=City&section=Sports&from=2026-03-01&to=2026-03-31&format=csv'))
  expect(compared.headers.get('content-disposition')).toBe('attachment; filename="comparison-sections.csv"')
  const groups = (await compared.text()).trim().split('\r\n')
  expect(groups[0]).toBe(
    'title,articles,comments,replies,waiting,rejected,off-topic share,uncivil share,civility,median wait (s),p90 wait (s),voices',
  )
  expect(groups.slice(1).map((line) => line.split(',')[0])).toEqual(['City', 'Sports'])
})
